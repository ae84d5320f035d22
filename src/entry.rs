//! Joining a meeting: what the join page and the waiting page share.

mod attempt;
mod conference;
mod refusal;
mod wish;

pub use attempt::{Answer, ask_in};
pub use refusal::{IncompleteLink, LeadsElsewhere, RefusedLink, is_about_the_link};
pub use wish::Wish;
