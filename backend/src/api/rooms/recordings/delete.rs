//! `DELETE /api/v1/rooms/{id}/recordings/{recording}`: deletes a recording; `restore` undoes it.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;

use super::super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::recordings::Recordings;
use crate::storage::Store;
use crate::web::answers::{AsksConference, ForOwnerOrDelegate};
use crate::web::problem::Refusal;
use crate::web::request::RecordingPath;

/// Deletes a recording of a room that the caller has access to: it is no longer listed, and the conference server
/// deletes it when the deletion can no longer be undone. Deleting it again has no effect.
#[utoipa::path(
    delete, path = "/api/v1/rooms/{id}/recordings/{recording}", tag = "recordings",
    operation_id = "delete_recording",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("recording" = String, Path, description = "The recording"),
    ),
    responses(
        ForOwnerOrDelegate,
        AsksConference,
        (status = 204, description = "Deleted"),
    ),
)]
pub async fn delete(
    State(store): State<Store>,
    State(recordings): State<Arc<Recordings>>,
    SignedIn(account): SignedIn,
    RecordingPath { room, recording }: RecordingPath,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, room).await?;
    let recording = recordings.active_or_deleted(&room, &recording).await?;
    // The conference server may have taken long: meanwhile a delegate may have been removed.
    accessible(&store, &account, room.id).await?;
    recordings.delete(&room, &recording).await?;
    Ok(StatusCode::NO_CONTENT)
}
