//! Page with the meetings of a room, past and running; the link to it.

mod link;
mod page;

pub use link::HistoryLink;
pub use page::HistoryPage;
