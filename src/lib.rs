//! The portal in the browser: one page that shows a person's rooms, hands out their invitations
//! and lets guests in.
//!
//! It comes in parts, each a binary of its own, so that nobody downloads what is not for them:
//! `agents` (rooms and invitations), `forms` (creating a room, changing one, help), `sending` (a whole
//! invitation) and `guests` (the visitor's home page, entering, waiting). `boot.js` starts the one that
//! is likely; `parts.rs` knows which is right. `session` is no part of the portal: it shows a running
//! meeting's details within the page of the conference.

mod agents;
mod api;
mod app;
mod arrival;
mod clipboard;
mod code;
mod conference_door;
mod dates;
mod draft;
mod forms;
mod guests;
mod help;
mod home;
mod home_ids;
mod i18n;
mod invitation;
mod join;
mod meeting_window;
mod navigation;
mod optimistic;
mod parts;
mod portal;
mod proof;
mod remote;
mod room_form;
mod rooms;
mod route;
mod sending;
pub mod session;
mod shell;
mod shortcuts;
mod sign_in_trouble;
mod stored;
mod tabs;
mod ui;
mod waiting;

/// Starts the part for those who are signed in.
pub fn start_for_agents() {
    app::start(agents::PART);
}

/// Starts the part with the forms of a room.
pub fn start_for_forms() {
    app::start(forms::PART);
}

/// Starts the part that sends whole invitations.
pub fn start_for_sending() {
    app::start(sending::PART);
}

/// Starts the part for everybody else.
pub fn start_for_guests() {
    app::start(guests::PART);
}
