//! A line that unfolds.

use leptos::prelude::*;

use crate::i18n::Text;

/// A summary, and under it what it hides. The browser's own element: it works by keyboard and is
/// found by a search in the page.
#[component]
pub fn FoldOut(
    /// What is always seen.
    summary: Text,
    /// Unfolds it where there is something to see; folding it again is the person's.
    #[prop(optional, into)]
    open: Signal<bool>,
    /// What unfolds.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="fold-out" open=move || open.get()>
            <summary class="fold-out__summary">{summary}</summary>
            <div class="fold-out__content">{children()}</div>
        </details>
    }
}
