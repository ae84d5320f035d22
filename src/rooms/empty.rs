//! Empty state of the list of rooms.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;

use crate::address::Address;
use crate::i18n::agents::say;

/// Explains what a permanent room is, and offers to create one.
#[component]
pub fn NoRoomYet() -> impl IntoView {
    view! {
        <section class="panel panel--main">
            <h2 class="panel__title">{say(AgentTexts::no_room_yet)}</h2>
            <p>{say(AgentTexts::what_a_room_is)}</p>
            <a class="fr-btn" href=Address::NewRoom.path() data-chunk="form">
                {say(AgentTexts::create_first_room)}
            </a>
        </section>
    }
}
