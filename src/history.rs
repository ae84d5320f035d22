//! Page with the meetings of a room, past and running.

mod page;

pub use page::HistoryPage;
