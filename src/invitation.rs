//! A room's invitation: the means by which its owner lets others in, each ready to be copied.

mod content;
mod item;
mod telephone;

use leptos::prelude::*;
use parvis_contract::room::RoomId;

use crate::api::Api;
use crate::i18n::agents::say;
use crate::remote::Asking;
use crate::ui::{DIALOG_TITLE_ID, Dialog, focus_on, live, nothing};
use content::InvitationContent;
pub use item::{Datum, InvitationItem, LinkItem};
pub use telephone::Telephone;

/// The invitation of `room`, in a dialog that is open while there is one.
#[component]
pub fn InvitationDialog(
    /// The room to invite to.
    room: Signal<Option<RoomId>>,
    /// The identifier of what opens the dialog, while it is open.
    opener: Signal<Option<String>>,
    /// Called when the person wants the dialog closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let api = Api::get();
    let content = live(move || {
        let Some(room) = room.get() else {
            return nothing();
        };
        let asking = Asking {
            ask: move || async move { api.invitation(room).await },
            show: move |invitation| view! { <InvitationContent room invitation /> }.into_any(),
            what: say(|texts| texts.no_invitation),
            refocus: || {
                focus_on(DIALOG_TITLE_ID);
            },
            // It closes.
            way_out: nothing,
        };
        asking.view()
    });
    view! {
        <Dialog
            opener
            on_close
            title=say(|texts| texts.invitation_title)
        >
            {content}
        </Dialog>
    }
}
