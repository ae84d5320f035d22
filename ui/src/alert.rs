//! A message that comes up in answer to what a person did.

use leptos::prelude::*;

use crate::i18n::Text;

/// How grave a message is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum AlertKind {
    /// Something failed.
    Error,
    /// Something worked out otherwise than hoped, and nothing is broken.
    Info,
}

/// A message that assistive technologies read out as soon as it appears.
#[component]
pub fn Alert(
    /// How grave it is.
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
