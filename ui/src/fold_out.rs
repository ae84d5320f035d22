//! Disclosure: a summary that expands.

use leptos::prelude::*;

use crate::i18n::Text;

/// A summary with collapsible content: the native `<details>`, which works by keyboard and is found by a
/// search in the page.
#[component]
pub fn FoldOut(
    /// The summary, which is always visible.
    summary: Text,
    /// The collapsible content.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="fold-out">
            <summary class="fold-out__summary">{summary}</summary>
            <div class="fold-out__content">{children()}</div>
        </details>
    }
}
