//! The portal in the browser: one page that shows a person's rooms, hands out their invitations
//! and lets guests in.
//!
//! It comes in two parts, each a binary of its own, so that nobody downloads what is not for them:
//! `agents` (rooms, forms, invitations) and `guests` (the visitor's home page, entering with a link,
//! help). `boot.js` starts the one that is likely; `parts.rs` knows which is right.

mod agents;
mod api;
mod app;
mod clipboard;
mod draft;
mod guests;
mod help;
mod home;
mod i18n;
mod invitation;
mod join;
mod navigation;
mod optimistic;
mod parts;
mod portal;
mod remote;
mod rooms;
mod route;
mod shell;
mod tabs;
mod ui;

/// Starts the part for those who are signed in.
pub fn start_for_agents() {
    app::start(agents::PART);
}

/// Starts the part for everybody else.
pub fn start_for_guests() {
    app::start(guests::PART);
}
