//! Items of an invitation, shared by the portal's dialog and the overlay.

mod item;
mod telephone;

pub use item::{InvitationItem, ItemKind, LinkItem};
pub use telephone::Telephone;
