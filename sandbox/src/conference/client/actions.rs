//! Form actions of the conference page.
//!
//! Requests need the unguessable session token and the matching cookie, which other sites cannot send.

use std::sync::Arc;
use std::time::Instant;

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{Session, cookie, exit, exit_page, page_path};
use crate::conference::Conference;
use crate::conference::role::Role;

/// Leaves the meeting.
pub(super) async fn leave(
    State(conference): State<Arc<Conference>>,
    headers: HeaderMap,
    Form(session): Form<Session>,
) -> Response {
    let mut meetings = conference.meetings();
    let Some((meeting, person)) = meetings.session(&session.token, cookie::read(&headers)) else {
        return exit_page::unknown_session();
    };
    let target = exit::of(meeting, person, &conference.exit_page);
    if let Some(meeting) = meetings.of_session_mut(&session.token) {
        meeting.leave(&session.token, Instant::now());
    }
    Redirect::to(target.as_str()).into_response()
}

/// Ends the meeting for all.
pub(super) async fn end(
    State(conference): State<Arc<Conference>>,
    headers: HeaderMap,
    Form(session): Form<Session>,
) -> Response {
    let mut meetings = conference.meetings();
    let Some((meeting, person)) = meetings.session(&session.token, cookie::read(&headers)) else {
        return exit_page::unknown_session();
    };
    if person.role != Role::Moderator {
        return StatusCode::FORBIDDEN.into_response();
    }
    let target = exit::of(meeting, person, &conference.exit_page);
    if let Some(meeting) = meetings.of_session_mut(&session.token) {
        meeting
            .timeline
            .request_end(Instant::now() + conference.config.end_delay);
    }
    Redirect::to(target.as_str()).into_response()
}

/// The person to admit.
#[derive(Deserialize)]
pub(super) struct Admission {
    #[serde(flatten)]
    session: Session,
    user_id: String,
}

/// Admits a person from the lobby.
pub(super) async fn admit(
    State(conference): State<Arc<Conference>>,
    headers: HeaderMap,
    Form(admission): Form<Admission>,
) -> Response {
    let token = &admission.session.token;
    let mut meetings = conference.meetings();
    let Some((_, person)) = meetings.session(token, cookie::read(&headers)) else {
        return exit_page::unknown_session();
    };
    if person.role != Role::Moderator {
        return StatusCode::FORBIDDEN.into_response();
    }
    if let Some(meeting) = meetings.of_session_mut(token) {
        meeting.admit(&admission.user_id);
    }
    Redirect::to(&page_path(token)).into_response()
}
