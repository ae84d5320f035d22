//! One line of an invitation.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::i18n::agents::{AgentTexts, say};
use crate::ui::{CopyButton, FoldOut};

/// A line whose value is in view.
#[component]
pub fn InvitationItem(
    /// The very characters that are copied.
    value: String,
    /// What they are, in the words of the copy button.
    what: fn(&'static AgentTexts) -> &'static str,
    /// What is seen.
    children: Children,
) -> impl IntoView {
    view! {
        <li class="invitation__item">
            <div class="invitation__label">{children()}</div>
            <CopyButton what=say(what) value />
        </li>
    }
}

/// A line for a link, which unfolds to show it.
#[component]
pub fn LinkItem(
    /// Its label.
    label: Text,
    /// The link.
    link: String,
    /// What it is, in the words of the copy button.
    what: fn(&'static AgentTexts) -> &'static str,
) -> impl IntoView {
    let address = link.clone();
    view! {
        <li class="invitation__item">
            <FoldOut summary=label>
                <p class="invitation__address">{address}</p>
            </FoldOut>
            <CopyButton what=say(what) value=link />
        </li>
    }
}
