//! Notice that the browser blocked the window of a running meeting.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use parvis_ui::{Alert, AlertKind};

use crate::i18n::agents::say;

/// The notice, with a link to the meeting.
#[component]
pub fn BlockedWindow(
    /// The join address, for this person alone.
    address: String,
) -> impl IntoView {
    view! {
        <Alert kind=AlertKind::Info title=say(AgentTexts::window_blocked)>
            <a class="fr-link" href=address target="_blank" rel="noopener">
                {say(AgentTexts::open_meeting)}
            </a>
        </Alert>
    }
}
