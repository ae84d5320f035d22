//! Where something is on its way: its outline, for those who see; a word, for those who hear.

use crate::i18n::ui::UiTexts;
use leptos::prelude::*;

use crate::i18n::ui::say;

/// Some lines in outline. They appear after a moment, so that a quick answer shows no flicker.
#[component]
pub fn Skeleton(
    /// How many.
    lines: usize,
) -> impl IntoView {
    let outline = (0..lines)
        .map(|_| view! { <span class="skeleton__line"></span> })
        .collect_view();
    view! {
        <p class="fr-sr-only" role="status">
            {say(UiTexts::loading)}
        </p>
        <div class="skeleton" aria-hidden="true">
            {outline}
        </div>
    }
}
