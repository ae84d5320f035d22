//! Note on the PIN, for conference servers that give each meeting another one.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;

use crate::i18n::agents::say;

/// How long the PIN is valid, or when there will be one.
#[component]
pub fn PinNote(
    /// Whether there is a PIN now.
    has_pin: bool,
) -> impl IntoView {
    let sentence = if has_pin {
        say(AgentTexts::pin_of_meeting)
    } else {
        say(AgentTexts::pin_in_meeting)
    };
    view! { <p class="invitation__reminder">{sentence}</p> }
}
