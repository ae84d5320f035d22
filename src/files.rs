//! Page with the files of a room.

mod add;
mod list;
mod page;
mod rename;
mod row;
mod state;
mod upload_line;
mod uploads;
mod wait;

pub use page::FilesPage;
