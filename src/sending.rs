//! Page that sends a whole invitation: audience, date, message, and the ways to send it.

mod actions;
mod calendar;
mod calendar_link;
mod choices;
mod file;
mod mail;
mod message;
mod page;
mod parts;
mod preview;
mod qr;
mod qr_image;
mod when;

pub use page::SendPage;
pub use parts::{calendar_link, qr_image};
