//! Joining a meeting: what the join page and the waiting page share.

mod attempt;
mod conference;
mod pending_join;
mod refusal;

pub use attempt::{JoinEvent, join};
pub use pending_join::PendingJoin;
pub use refusal::{IncompleteLink, RefusedLink, UnusableLink, is_about_the_link};
