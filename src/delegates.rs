//! Page with the delegates of a room.

mod add;
mod list;
mod page;
mod row;
mod state;

pub use page::DelegatesPage;
