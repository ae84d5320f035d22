//! The conference page (`/html5client/`), a simplified BigBlueButton client.
//!
//! It has the elements on which the portal's overlay relies (`#Navbar`, `#presentationTitle`). Its main purpose
//! is presence: people are participants while their page is open. State changes only by POST requests and by
//! open connections.

mod actions;
mod assets;
pub(super) mod cookie;
mod details;
mod events;
pub(super) mod exit;
mod exit_page;
mod lobby;
mod meeting_page;
mod people;
mod role;
mod view;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use serde::Deserialize;

use crate::conference::Conference;

pub(super) fn router() -> Router<Arc<Conference>> {
    Router::new()
        .route("/html5client/", get(meeting_page::show))
        .route("/html5client/events", get(events::stream))
        .route("/html5client/leave", post(actions::leave))
        .route("/html5client/end", post(actions::end))
        .route("/html5client/admit", post(actions::admit))
        .route("/html5client/left", get(exit_page::show))
        .route("/html5client/role", post(role::change))
        .merge(assets::router())
}

/// The path of the conference page of one session.
pub(super) fn page_path(session_token: &str) -> String {
    format!("/html5client/?sessionToken={session_token}")
}

/// The session token, in a query string or a form.
#[derive(Deserialize)]
struct Session {
    #[serde(rename = "sessionToken", default)]
    token: String,
}
