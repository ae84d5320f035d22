//! `GET /api/v1/session`: what a moderator passes on from within the meeting, for a page that shows
//! it; and `token`, by which such a page comes to it.

pub mod token;

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::role::Role;
use parvis_contract::session::SessionDetails;
use uuid::Uuid;

use crate::clock::Moment;
use crate::conference::Meeting;
use crate::live::LiveMeetings;
use crate::meeting_tokens::MeetingTokens;
use crate::meetings::Meetings;
use crate::session_tokens::SessionTokens;
use crate::web::answers::AsksConference;
use crate::web::bearer::Bearer;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// What every moderator of the running meeting may pass on. Asked for again with the answer's tag, it
/// says so when nothing has changed.
#[utoipa::path(
    get, path = "/api/v1/session", tag = "session",
    security(("session_token" = [])),
    responses(
        AsksConference,
        (status = 200, body = SessionDetails, description = "For a moderator of the meeting"),
        (status = 304, description = "As it was"),
        (status = 401, body = Problem, description = "No token of this service, or one that is too old"),
        (status = 403, body = Problem, description = "The token is not a moderator's"),
        (status = 410, body = Problem, description = "The meeting has ended"),
    ),
)]
pub async fn details(
    State(live): State<Arc<LiveMeetings>>,
    State(meetings): State<Arc<Meetings>>,
    State(from_text): State<MeetingTokens>,
    State(from_servers): State<SessionTokens>,
    Bearer(token): Bearer,
) -> Result<Json<SessionDetails>, Refusal> {
    let Right {
        room,
        is_its,
        until,
    } = right(&from_text, &from_servers, &token)?;
    let meeting = live.meeting(room, is_its).await?;
    meeting.ok_or_else(|| Refusal::new(ProblemKind::MeetingOver))?;
    let mut details = meetings.session_details(room).await?;
    details.token_expires_at = until.map(Moment::to_wire);
    Ok(Json(details))
}

/// Whose details a token shows.
struct Right {
    room: Uuid,
    /// Whether a meeting of the room is the one: another session of it is another meeting.
    is_its: Box<dyn Fn(&Meeting) -> bool + Send + Sync>,
    /// Until when, for one that does not end with the meeting alone.
    until: Option<Moment>,
}

/// What a token is good for: one that stands in the meeting's text for moderators, or that a page's server
/// was given.
fn right(
    from_text: &MeetingTokens,
    from_servers: &SessionTokens,
    token: &str,
) -> Result<Right, Refusal> {
    if let Some(access) = from_text.read(token) {
        return Ok(Right {
            room: access.room,
            // Where the conference server does not say what the creation carried, it is none.
            is_its: Box::new(move |meeting| meeting.nonce == Some(access.nonce)),
            until: None,
        });
    }
    let access = from_servers
        .read(token)
        .ok_or_else(|| Refusal::new(ProblemKind::TokenRefused))?;
    if access.role != Role::Moderator {
        return Err(Refusal::new(ProblemKind::ModeratorsOnly));
    }
    Ok(Right {
        room: access.room,
        is_its: Box::new(move |meeting| meeting.create_time == access.create_time),
        until: Some(access.until),
    })
}
