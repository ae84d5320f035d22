//! The portal in the browser: a single-page app that shows a person's rooms and their invitations, and lets
//! guests join meetings.

mod address;
mod api;
mod app;
mod back_home;
mod code;
mod conference_error;
mod data_ahead;
mod dates;
mod delegates;
mod draft;
mod error_pages;
mod files;
mod help;
mod history;
mod history_link;
mod home;
mod home_ids;
mod i18n;
mod invitation;
mod join;
mod join_attempt;
mod json;
mod last_visit;
mod lazy;
mod limit_reached;
mod meeting_window;
mod optimistic;
mod page_load;
mod page_title;
mod pending;
mod pin_note;
mod portal;
mod problem_alert;
mod proof_of_work;
mod recordings;
mod remote;
mod room_form;
mod rooms;
mod rows;
mod sending;
mod shell;
mod shortcuts;
mod sign_in_error;
mod sign_out;
mod sign_out_error;
mod tabs;
mod units;
mod visitor_home;
mod waiting;

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    app::start();
}
