//! Page with the recordings of a room.

mod actions;
mod entry;
mod facts;
mod list;
mod page;
mod play;
mod rename;
mod row;

pub use page::RecordingsPage;
