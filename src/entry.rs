//! Entering a meeting: what joining by a link and waiting for the meeting share.

mod attempt;
mod conference;
mod refusal;
mod wish;

pub use attempt::{Answer, ask_in};
pub use refusal::{IncompleteLink, LeadsElsewhere, RefusedLink, is_about_the_link};
pub use wish::Wish;
