//! A heading, a sentence and a list under it.

use leptos::prelude::*;

use crate::i18n::help::{HelpTexts, say};

/// A text of a page of help.
pub type Pick = fn(HelpTexts) -> &'static str;

/// What holds for one thing, point by point.
#[component]
pub fn Points(
    /// What it is about.
    title: Pick,
    /// What stands before the points.
    #[prop(optional)]
    lead: Option<Pick>,
    /// The points.
    items: &'static [Pick],
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
