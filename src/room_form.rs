//! The form of a room: its name, its options, and what can be renewed of its invitation.

mod create;
mod edit;
mod fields;
mod form;
mod numbers;
mod renewal;
mod running;
mod typed;

pub use create::{NewRoomPage, PlacesLeft};
pub use edit::EditRoomPage;
