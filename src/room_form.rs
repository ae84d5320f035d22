//! The form of a room: its name, its options, and what can be renewed of its invitation.

mod create;
mod edit;
mod fields;
mod form;
mod mistakes;
mod numbers;
mod renewal;
mod running;
mod typed;

use crate::address::Address;
use crate::home_ids::{CREATE_LINK_ID, edit_link_id};
use crate::rooms::RoomList;
pub use create::NewRoomPage;
pub use edit::EditRoomPage;

/// Whoever leaves the form at `address` finds the focus on what led there.
fn return_focus(list: RoomList, address: Address) {
    match address {
        Address::Edit(room) => list.focus_next(Some(room), edit_link_id(room)),
        _ => list.focus_next(None, CREATE_LINK_ID.to_owned()),
    }
}
