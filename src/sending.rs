//! Sending a whole invitation: for whom, when, and by whatever way the person's device has.

mod actions;
mod calendar;
mod draft;
mod file;
mod mail;
mod message;
mod page;
mod preview;
mod qr;
mod when;

pub use page::SendPage;
