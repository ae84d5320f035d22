//! What stands where the rooms will be.

use leptos::prelude::*;

use crate::address::Address;
use crate::i18n::agents::say;

/// Explains what a permanent room is, and offers to create one.
#[component]
pub fn NoRoomYet() -> impl IntoView {
    view! {
        <section class="panel panel--main">
            <h2 class="panel__title">{say(|texts| texts.no_room_yet)}</h2>
            <p>{say(|texts| texts.what_a_room_is)}</p>
            <a class="fr-btn" href=Address::NewRoom.path() data-chunk="form">
                {say(|texts| texts.create_first_room)}
            </a>
        </section>
    }
}
