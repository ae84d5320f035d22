//! A sentence for instances whose telephone has another PIN at each meeting.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;

use crate::i18n::agents::say;

/// Where the conference server gives each meeting a PIN of its own: for how long one is good, or when there
/// is one.
#[component]
pub fn PinNote(
    /// Whether there is one now.
    has_pin: bool,
) -> impl IntoView {
    let sentence = if has_pin {
        say(AgentTexts::pin_of_meeting)
    } else {
        say(AgentTexts::pin_in_meeting)
    };
    view! { <p class="invitation__reminder">{sentence}</p> }
}
