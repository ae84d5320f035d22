//! `POST /api/v1/rooms/{id}/recordings/{recording}/restore`: restores a deleted recording, within ten minutes.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::Problem;

use super::super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::recordings::Recordings;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::RecordingPath;

/// Restores a deleted recording. Has no effect on one that is not deleted.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/recordings/{recording}/restore", tag = "recordings",
    operation_id = "restore_recording",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("recording" = String, Path, description = "The recording"),
    ),
    responses(
        ForOwnerOrDelegate,
        (status = 204, description = "The recording is there"),
        (status = 410, body = Problem, description = "It was deleted too long ago, or the caller has deleted the room"),
    ),
)]
pub async fn restore(
    State(store): State<Store>,
    State(recordings): State<Arc<Recordings>>,
    SignedIn(account): SignedIn,
    RecordingPath { room, recording }: RecordingPath,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, room).await?;
    recordings.restore(&room, &recording).await?;
    Ok(StatusCode::NO_CONTENT)
}
