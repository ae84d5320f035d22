//! The one heading of a page, which also names it in the browser's tab.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::portal::Portal;

/// The page's `h1`, and the document's title.
#[component]
pub fn Title(
    /// What the page is about.
    text: Text,
) -> impl IntoView {
    let service = Portal::get().instance(|instance| instance.service_name.clone());
    Effect::new(move || document().set_title(&format!("{} – {service}", text.get())));
    view! {
        <h1 class="page-title" tabindex="-1">
            {text}
        </h1>
    }
}
