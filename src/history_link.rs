//! Link to the meetings of a room, for other pages of the room.

use leptos::prelude::*;
use parvis_contract::room::RoomId;

use crate::address::Address;
use crate::i18n::agents::{AgentTexts, say};

/// A paragraph with the link.
#[component]
pub fn HistoryLink(room: RoomId) -> impl IntoView {
    view! {
        <p>
            <a class="fr-link" href=Address::History(room).path() data-chunk="recordings">
                {say(AgentTexts::room_history)}
            </a>
        </p>
    }
}
