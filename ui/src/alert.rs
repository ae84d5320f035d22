//! Alert: a message about the outcome of an action.

use leptos::prelude::*;

use crate::i18n::Text;

/// The severity of a message.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum AlertKind {
    /// Something failed.
    Error,
    /// The outcome is not as expected, but nothing failed.
    Info,
}

/// A message that assistive technologies announce as soon as it appears.
#[component]
pub fn Alert(
    /// The severity.
    kind: AlertKind,
    /// What happened.
    title: Text,
    /// What to do next.
    children: Children,
) -> impl IntoView {
    let class = match kind {
        AlertKind::Error => "fr-alert fr-alert--error",
        AlertKind::Info => "fr-alert fr-alert--info",
    };
    view! {
        <div class=class role="alert">
            <strong class="fr-alert__title">{title}</strong>
            {children()}
        </div>
    }
}
