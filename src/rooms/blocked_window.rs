//! A meeting that runs, and a window that the browser did not open for it.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use parvis_ui::{Alert, AlertKind};

use crate::i18n::agents::say;

/// Says so, and offers the meeting as a link.
#[component]
pub fn BlockedWindow(
    /// The meeting's address, for this person alone.
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
