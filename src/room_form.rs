//! Form of a room: its name, its options, and the renewal of its invitation data.

mod create;
mod edit;
mod field_errors;
mod fields;
mod form;
mod numbers;
mod renewal;
mod running;
mod values;

use crate::address::Address;
use crate::home_ids::{CREATE_LINK_ID, edit_link_id};
use crate::rooms::RoomList;
pub use create::NewRoomPage;
pub use edit::EditRoomPage;

/// Focus management: when the form at `address` is left, the list focuses the link that led to it.
fn return_focus(list: RoomList, address: Address) {
    match address {
        Address::Edit(room) => list.focus_next(Some(room), edit_link_id(room)),
        _ => list.focus_next(None, CREATE_LINK_ID.to_owned()),
    }
}
