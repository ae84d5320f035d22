//! Link to the meetings of a room.

use leptos::prelude::*;
use parvis_contract::room::RoomId;

use crate::address::Address;
use crate::i18n::history::{HistoryTexts, say};

/// A paragraph with the link, for other pages of the room.
#[component]
pub fn HistoryLink(room: RoomId) -> impl IntoView {
    view! {
        <p>
            <a class="fr-link" href=Address::History(room).path() data-chunk="recordings">
                {say(HistoryTexts::link)}
            </a>
        </p>
    }
}
