//! The home page of a person who is signed in, and what lies over it.

use leptos::prelude::*;
use parvis_ui::dynamic;

use crate::address::use_room;
use crate::invitation::InvitationDialog;
use crate::lazy::{Lazy, lazy_views};
use crate::rooms::RoomsPage;

lazy_views! {
    /// The invitation of a room.
    invitation, load_invitation = invitation => view! { <InvitationDialog /> };
}

/// `/`: the rooms; `/salles/{id}/inviter`: the invitation of a room, in a dialog over them.
#[component]
pub fn Home() -> impl IntoView {
    let room = use_room();
    let dialog = dynamic(move || match room.get() {
        Some(_) => view! { <Lazy view=invitation is_page=false /> }.into_any(),
        None => ().into_any(),
    });
    view! {
        <RoomsPage />
        {dialog}
    }
}
