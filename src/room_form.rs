//! The form of a room: its name, its options, and what can be renewed of its invitation.

mod create;
mod edit;
mod fields;
mod form;
mod numbers;
mod renewal;
mod running;
mod typed;

use crate::arrival::Arrival;
use crate::home_ids::{CREATE_LINK_ID, edit_link_id};
use crate::route::Route;
pub use create::{NewRoomPage, PlacesLeft};
pub use edit::EditRoomPage;

/// Where whoever leaves the form at `route` arrives: at what led there.
fn arrival_from(route: Route) -> Arrival {
    match route {
        Route::Edit(room) => Arrival::at(edit_link_id(room), Some(room)),
        _ => Arrival::at(CREATE_LINK_ID.to_owned(), None),
    }
}
