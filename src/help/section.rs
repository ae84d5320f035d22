//! A section of a help page: a heading, a paragraph and a list.

use leptos::prelude::*;

use crate::i18n::help::{HelpTexts, say};

/// Selects a text of the help pages.
pub type TextFn = fn(HelpTexts) -> &'static str;

/// A section with a list.
#[component]
pub fn HelpSection(
    /// The heading.
    title: TextFn,
    /// The paragraph before the list.
    #[prop(optional)]
    lead: Option<TextFn>,
    /// The list items.
    items: &'static [TextFn],
) -> impl IntoView {
    let lead = lead.map(|lead| view! { <p>{say(lead)}</p> });
    let items = items.iter().map(|item| view! { <li>{say(*item)}</li> });
    view! {
        <section class="rights">
            <h2 class="panel__title">{say(title)}</h2>
            {lead}
            <ul>{items.collect_view()}</ul>
        </section>
    }
}
