//! `POST /api/v1/rooms/{id}/recordings/seen`: notes that the caller has seen the recordings of a room.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::recording::SeenRecordings;

use super::super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::clock::Moment;
use crate::recordings::Recordings;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Notes that the caller has seen the recordings of a list: none of them is new any more.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/recordings/seen", tag = "recordings",
    operation_id = "see_recordings",
    request_body = SeenRecordings,
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        (status = 204, description = "Noted"),
    ),
)]
pub async fn mark(
    State(store): State<Store>,
    State(recordings): State<Arc<Recordings>>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
    Json(seen): Json<SeenRecordings>,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, id).await?;
    recordings
        .mark_seen(account.id, &room, Moment(seen.as_of))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
