//! Link that creates a room, and the limit on the number of rooms.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use parvis_ui::dynamic;

use super::list::RoomList;
use crate::address::Address;
use crate::home_ids::CREATE_LINK_ID;
use crate::i18n::agents::{compose, say};
use crate::limit_reached::LimitReached;

/// From this number of remaining rooms on, the person sees how many remain.
const SHOW_REMAINING_FROM: u64 = 5;

/// The link "Créer une salle permanente"; near the limit, how many rooms remain; at the limit, a message
/// instead.
#[component]
pub fn CreateRoomLink(list: RoomList) -> impl IntoView {
    let is_full = Memo::new(move |_| list.remaining_rooms() == 0);
    dynamic(move || {
        if is_full.get() {
            return view! {
                <p class="rooms-limit">
                    <LimitReached />
                </p>
            }
            .into_any();
        }
        let remaining = compose(move |texts| match list.remaining_rooms() {
            left @ 1..=SHOW_REMAINING_FROM => texts.places_left(left),
            _ => String::new(),
        });
        view! {
            <div class="rooms-create">
                <p class="rooms-limit">{remaining}</p>
                <a
                    id=CREATE_LINK_ID
                    class="fr-btn fr-btn--secondary fr-btn--icon-left fr-icon-add-line"
                    href=Address::NewRoom.path()
                    data-chunk="form"
                >
                    {say(AgentTexts::create_permanent_room)}
                </a>
            </div>
        }
        .into_any()
    })
}
