//! `/html5client/`: what people see of a meeting.
//!
//! The page is a stand-in for BigBlueButton's client. It keeps the elements on which the portal's
//! in-session overlay relies (`#Navbar`, `#presentationTitle`), and its one job is presence: who
//! has the page open is in the meeting. State changes only by POST, and by being connected.

mod actions;
pub(super) mod cookie;
mod events;
pub(super) mod exit;
mod left;
mod lobby;
mod meeting_page;
mod view;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use serde::Deserialize;

use crate::asset::{CSS, asset};
use crate::conference::Conference;

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

pub(super) fn router() -> Router<Arc<Conference>> {
    Router::new()
        .route("/html5client/", get(meeting_page::show))
        .route("/html5client/events", get(events::stream))
        .route("/html5client/leave", post(actions::leave))
        .route("/html5client/end", post(actions::end))
        .route("/html5client/admit", post(actions::admit))
        .route("/html5client/left", get(left::show))
        .route(
            "/html5client/client.css",
            asset(CSS, include_str!("../../assets/client.css")),
        )
        .route(
            "/html5client/client.js",
            asset(JAVASCRIPT, include_str!("../../assets/client.js")),
        )
        .route(
            "/html5client/icon.svg",
            asset(SVG, include_str!("../../assets/icon.svg")),
        )
}

/// The path of the conference page of one session.
pub(super) fn page_path(session_token: &str) -> String {
    format!("/html5client/?sessionToken={session_token}")
}

/// The token, in a query string or in a form.
#[derive(Deserialize)]
struct Session {
    #[serde(rename = "sessionToken", default)]
    token: String,
}
