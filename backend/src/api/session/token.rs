//! `POST /api/v1/session/token`: issues a session token to the server of an embedding page.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::session::{SessionToken, SessionTokenRequest};
use subtle::ConstantTimeEq as _;

use crate::config::Config;
use crate::live::LiveMeetings;
use crate::session_tokens::SessionTokens;
use crate::storage::Store;
use crate::web::answers::AsksConference;
use crate::web::bearer::Bearer;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// Issues a token for one of the people of an embedding page to the page's server, which vouches for the role.
/// The server authenticates with the secret that it shares with this service.
#[utoipa::path(
    post, path = "/api/v1/session/token", tag = "session", request_body = SessionTokenRequest,
    security(("host_secret" = [])),
    responses(
        AsksConference,
        (status = 200, body = SessionToken, description = "For that meeting and role, for ten minutes"),
        (status = 401, body = Problem, description = "Not the secret that was agreed on"),
        (status = 404, body = Problem, description = "This instance gives out no tokens"),
        (status = 410, body = Problem, description = "That meeting does not run"),
    ),
)]
pub async fn issue(
    State(config): State<Arc<Config>>,
    State(live): State<Arc<LiveMeetings>>,
    State(tokens): State<SessionTokens>,
    State(store): State<Store>,
    Bearer(secret): Bearer,
    Json(request): Json<SessionTokenRequest>,
) -> Result<Json<SessionToken>, Refusal> {
    let Some(agreed) = &config.host_secret else {
        return Err(Refusal::new(ProblemKind::NotFound));
    };
    if !bool::from(agreed.reveal().as_bytes().ct_eq(secret.as_bytes())) {
        return Err(Refusal::new(ProblemKind::TokenRefused));
    }
    let room = store.room(request.meeting_id).await?;
    room.filter(|room| room.deleted_at.is_none())
        .ok_or_else(|| Refusal::new(ProblemKind::MeetingOver))?;
    // A recent response may be about an earlier meeting.
    let meeting = live.meeting_asked_anew(request.meeting_id).await?;
    let meeting = meeting.ok_or_else(|| Refusal::new(ProblemKind::MeetingOver))?;
    tokens
        .issue(request.meeting_id, meeting.create_time, request.role)
        .map(Json)
        .ok_or_else(|| Refusal::new(ProblemKind::Internal))
}
