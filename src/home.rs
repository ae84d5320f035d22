//! Home page of a signed-in person, and the dialog over it.

use crate::i18n::Texts;
use leptos::prelude::*;
use parvis_ui::{Dialog, Progress, dynamic};

use crate::address::{room_of_page, use_room};
use crate::error_pages::ChunkAlert;
use crate::home_ids::invite_link_id;
use crate::i18n::say;
use crate::invitation::InvitationDialog;
use crate::lazy::{Lazy, lazy_views};
use crate::rooms::{RoomList, RoomsPage};

lazy_views! {
    /// The invitation of a room.
    invitation, load_invitation = invitation => view! { <InvitationDialog /> };
}

/// `/`: the rooms; `/salles/{id}/inviter`: the invitation of a room, in a dialog over them.
#[component]
pub fn Home() -> impl IntoView {
    let room = use_room();
    let dialog = dynamic(move || match room.get() {
        Some(_) => {
            let outline = || view! { <Progress /> }.into_any();
            view! { <Lazy view=invitation outline missing=dialog_missing /> }.into_any()
        }
        None => ().into_any(),
    });
    view! {
        <RoomsPage />
        {dialog}
    }
}

/// The dialog if the invitation's chunk could not be loaded.
fn dialog_missing(retry: Callback<()>) -> AnyView {
    let opener = invite_link_id(room_of_page());
    let on_close = RoomList::get().close_dialog();
    view! {
        <Dialog opener on_close title=say(Texts::page_not_arrived)>
            <ChunkAlert what=say(Texts::page_not_shown) retry />
        </Dialog>
    }
    .into_any()
}
