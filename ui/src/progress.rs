//! Progress bar for content that has no place on the page yet.

use crate::i18n::ui::UiTexts;
use leptos::prelude::*;

use crate::i18n::ui::say;

/// A bar across the top of the page. It appears after a delay (see the style sheet), so that a quick response
/// shows nothing.
#[component]
pub fn Progress() -> impl IntoView {
    view! { <div class="progress" role="progressbar" aria-label=say(UiTexts::loading)></div> }
}
