//! The home page of a person who is signed in, and what lies over it.

use leptos::prelude::*;
use leptos_router::components::Outlet;

use crate::address::use_room;
use crate::invitation::InvitationDialog;
use crate::portal::Portal;
use crate::rooms::RoomsPage;

/// `/`: the rooms, and over them what the rest of the address asks for.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <RoomsPage />
        <Outlet />
    }
}

/// `/salles/{id}/inviter`: the invitation of a room, in a dialog over the rooms.
#[component]
pub fn InvitePage() -> impl IntoView {
    let room = use_room();
    // A visitor is told to sign in by the page under it.
    Portal::get()
        .is_signed_in()
        .then(|| move || view! { <InvitationDialog room=room.get() /> })
}
