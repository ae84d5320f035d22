//! A line that unfolds.

use leptos::prelude::*;

use crate::i18n::Text;

/// A summary, and under it what it hides. The browser's own element: it works by keyboard and is
/// found by a search in the page.
#[component]
pub fn FoldOut(
    /// What is always seen.
    summary: Text,
    /// What unfolds.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="fold-out">
            <summary class="fold-out__summary">{summary}</summary>
            <div class="fold-out__content">{children()}</div>
        </details>
    }
}
