//! Page that sends a whole invitation: audience, date, message, and the ways to send it.

mod actions;
mod calendar;
mod choices;
mod file;
mod mail;
mod message;
mod page;
mod preview;
mod qr;
mod when;

pub use page::SendPage;
