//! Title of a page: its `h1`, which is also the document's title.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use parvis_ui::focus_on_heading_if_free;
use parvis_ui::i18n::Text;

use crate::portal::Portal;

thread_local! {
    /// The path of the page that was shown last.
    static LAST_PAGE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Makes the next page's heading take the focus even if the path stays the same, because the focused element
/// is removed.
pub fn focus_next_heading() {
    LAST_PAGE.set(Some(String::new()));
}

/// The page's `h1`, and the document's title. After navigation it takes the focus, as when a browser loads a
/// page, unless the page has focused another element.
#[component]
pub fn Title(
    /// The title.
    text: Text,
) -> impl IntoView {
    let service = Portal::get().instance(|instance| instance.service_name.clone());
    let path = use_location().pathname;
    Effect::new(move || document().set_title(&format!("{} – {service}", text.get())));
    Effect::new(move || {
        let path = path.get_untracked();
        let last = LAST_PAGE.replace(Some(path.clone()));
        // On the first page, the focus starts at the top of the document.
        if last.is_some_and(|last| last != path) {
            request_animation_frame(focus_on_heading_if_free);
        }
    });
    view! {
        <h1 class="page-title" tabindex="-1">
            {text}
        </h1>
    }
}
