//! Skeleton of loading content, with a message for assistive technologies.

use crate::i18n::ui::UiTexts;
use leptos::prelude::*;

use crate::i18n::ui::say;

/// The outlines of some lines. They appear after a delay, so that a quick response shows no flicker.
#[component]
pub fn Skeleton(
    /// How many lines.
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
