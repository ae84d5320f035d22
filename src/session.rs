//! "Détails de la session": what moderators pass on from within the meeting, shown in the page of the
//! conference.
//!
//! It is a wasm of its own, without the portal's addresses, rooms and rights. A script of a few
//! kilobytes (`session-details.js`) makes the window that it stands in, and fetches it when somebody
//! is about to open that.

mod details;
mod known;
mod panel;

pub use panel::Panel;
