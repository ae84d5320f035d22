//! Something is on its way that has no place of its own yet.

use crate::i18n::ui::UiTexts;
use leptos::prelude::*;

use crate::i18n::ui::say;

/// A line that runs across the top; it appears after a moment (see the style sheet), so that what comes
/// quickly shows nothing.
#[component]
pub fn Progress() -> impl IntoView {
    view! { <div class="progress" role="progressbar" aria-label=say(UiTexts::loading)></div> }
}
