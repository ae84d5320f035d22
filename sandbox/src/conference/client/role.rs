//! Promotion and demotion. The real client uses GraphQL; pages are not reloaded.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{Session, cookie, exit_page, page_path};
use crate::conference::Conference;
use crate::conference::role::Role;

/// The person and the new role.
#[derive(Deserialize)]
pub(super) struct RoleChange {
    #[serde(flatten)]
    session: Session,
    user_id: String,
    role: String,
}

/// `POST /html5client/role`, only for moderators.
pub(super) async fn change(
    State(conference): State<Arc<Conference>>,
    headers: HeaderMap,
    Form(change): Form<RoleChange>,
) -> Response {
    let token = &change.session.token;
    let mut meetings = conference.meetings();
    let Some((_, person)) = meetings.session(token, cookie::read(&headers)) else {
        return exit_page::unknown_session();
    };
    if person.role != Role::Moderator {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Some(role) = Role::parse(&change.role) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let is_known = meetings
        .of_session_mut(token)
        .is_some_and(|meeting| meeting.set_role(&change.user_id, role));
    if is_known {
        Redirect::to(&page_path(token)).into_response()
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}
