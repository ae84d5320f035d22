//! Page with the recordings of a room.

mod list;
mod page;
mod play;
mod row;
mod state;

pub use page::RecordingsPage;
