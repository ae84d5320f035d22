//! The portal in the browser: one page that shows a person's rooms, hands out their invitations
//! and lets guests in. This file starts the app, nothing else.

mod api;
mod app;
mod clipboard;
mod home;
mod i18n;
mod invitation;
mod join;
mod navigation;
mod portal;
mod remote;
mod rooms;
mod route;
mod shell;
mod ui;

fn main() {
    app::start();
}
