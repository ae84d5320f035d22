//! A link that leads out of the portal, in a window of its own.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::i18n::ui::compose;

/// A link to help or information that is read beside the portal.
#[component]
pub fn ExternalLink(
    /// Where it leads.
    href: String,
    /// What it says.
    text: Text,
    /// How it looks.
    class: &'static str,
) -> impl IntoView {
    let title = compose(move |texts| format!("{} – {}", text.read(), texts.new_window()));
    view! {
        <a href=href target="_blank" rel="noopener external" class=class title=title>
            {text}
        </a>
    }
}
