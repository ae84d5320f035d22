//! Page with the files of a room.

mod add;
mod list;
mod own;
mod page;
mod row;
mod sending;
mod state;
mod upload;
mod upload_line;
mod uploads;
mod wait;

pub use page::FilesPage;
