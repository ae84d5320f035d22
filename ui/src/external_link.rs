//! Link that leads out of the portal, in a new window.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::i18n::ui::compose;

/// A link to help or information, which is read beside the portal.
#[component]
pub fn ExternalLink(
    /// The target.
    href: String,
    /// The text.
    text: Text,
    /// The classes.
    class: &'static str,
) -> impl IntoView {
    let title = compose(move |texts| format!("{} – {}", text.read(), texts.new_window()));
    view! {
        <a href=href target="_blank" rel="noopener external" class=class title=title>
            {text}
        </a>
    }
}
