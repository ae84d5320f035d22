//! Page with the recordings of a room.

mod facts;
mod list;
mod page;
mod play;
mod row;
mod state;

pub use facts::{length, size};
pub use page::RecordingsPage;
