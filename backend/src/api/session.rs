//! `GET /api/v1/session`: the session details for a page that shows them. The submodule `token` issues the
//! token for embedding pages.

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

/// Returns the session details of a running meeting to a moderator. With the entity tag of an earlier response,
/// returns 304 if nothing has changed.
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
    let TokenAccess {
        room,
        is_meeting,
        until,
    } = access_of(&from_text, &from_servers, &token)?;
    let meeting = live.meeting(room, is_meeting).await?;
    meeting.ok_or_else(|| Refusal::new(ProblemKind::MeetingOver))?;
    let mut details = meetings.session_details(room).await?;
    details.token_expires_at = until.map(Moment::to_wire);
    Ok(Json(details))
}

/// The access of a token.
struct TokenAccess {
    room: Uuid,
    /// Whether a meeting of the room is the token's: a room has different meetings over time.
    is_meeting: Box<dyn Fn(&Meeting) -> bool + Send + Sync>,
    /// The expiry of a token that does not end with the meeting.
    until: Option<Moment>,
}

/// The access of a token from the meeting's text for moderators, or from an embedding page's server.
fn access_of(
    from_text: &MeetingTokens,
    from_servers: &SessionTokens,
    token: &str,
) -> Result<TokenAccess, Refusal> {
    if let Some(access) = from_text.read(token) {
        return Ok(TokenAccess {
            room: access.room,
            // If the conference server does not return the nonce, no meeting matches.
            is_meeting: Box::new(move |meeting| meeting.nonce == Some(access.nonce)),
            until: None,
        });
    }
    let access = from_servers
        .read(token)
        .ok_or_else(|| Refusal::new(ProblemKind::TokenRefused))?;
    if access.role != Role::Moderator {
        return Err(Refusal::new(ProblemKind::ModeratorsOnly));
    }
    Ok(TokenAccess {
        room: access.room,
        is_meeting: Box::new(move |meeting| meeting.create_time == access.create_time),
        until: Some(access.until),
    })
}
