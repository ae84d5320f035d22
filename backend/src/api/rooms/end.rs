//! `POST /api/v1/rooms/{id}/end`: ends a room's meeting for everybody.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;

use super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::meetings::Meetings;
use crate::storage::Store;
use crate::web::answers::{AsksConference, ForOwnerOrDelegate};
use crate::web::problem::Refusal;
use crate::web::request::RoomPath;

/// Ends the meeting of a room that the caller has access to, so that the next one has the room's current options.
/// Succeeds if no meeting runs.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/end", tag = "rooms",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        AsksConference,
        (status = 204, description = "Ended, or a moment before"),
    ),
)]
pub async fn end(
    State(store): State<Store>,
    State(meetings): State<Arc<Meetings>>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, id).await?;
    meetings.end(&room).await?;
    Ok(StatusCode::NO_CONTENT)
}
