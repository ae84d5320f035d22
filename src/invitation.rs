//! Invitation dialog: the code, the links and the telephone number of a room, each with a copy button.

mod content;

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use parvis_ui::{DIALOG_TITLE_ID, Dialog, focus_on};

use crate::address::room_of_page;
use crate::api::Api;
use crate::home_ids::invite_link_id;
use crate::i18n::agents::say;
use crate::remote::Remote;
use crate::rooms::RoomList;
use content::InvitationContent;

/// `/salles/{id}/inviter`: the invitation of a room, in a dialog over the rooms.
#[component]
pub fn InvitationDialog() -> impl IntoView {
    let room = room_of_page();
    let api = Api::get();
    let on_close = RoomList::get().close_dialog();
    let remote = Remote {
        fetch: move || async move { api.invitation(room).await },
        show: move |invitation| view! { <InvitationContent room invitation /> }.into_any(),
        what: say(AgentTexts::no_invitation),
        refocus: || {
            focus_on(DIALOG_TITLE_ID);
        },
        // The dialog can be closed.
        footer: || ().into_any(),
    };
    view! {
        <Dialog opener=invite_link_id(room) on_close title=say(AgentTexts::invitation_title)>
            {remote.view()}
        </Dialog>
    }
}
