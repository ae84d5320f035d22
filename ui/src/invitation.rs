//! The items of an invitation, as the portal's dialog and the overlay show them.

mod item;
mod telephone;

pub use item::{Datum, InvitationItem, LinkItem};
pub use telephone::Telephone;
