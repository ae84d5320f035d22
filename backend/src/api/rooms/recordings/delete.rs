//! `DELETE /api/v1/rooms/{id}/recordings/{recording}`: deletes a recording; `restore` undoes it.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;

use super::super::owned;
use super::check_belongs;
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::conference::Conference;
use crate::storage::Store;
use crate::web::answers::{AsksConference, ForOwnerOfActiveRoom};
use crate::web::problem::Refusal;
use crate::web::request::RecordingPath;

/// Deletes a recording of a room of the caller: it is no longer listed, and the conference server deletes it when
/// the deletion can no longer be undone. Deleting it again has no effect.
#[utoipa::path(
    delete, path = "/api/v1/rooms/{id}/recordings/{recording}", tag = "recordings",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("recording" = String, Path, description = "The recording"),
    ),
    responses(
        ForOwnerOfActiveRoom,
        AsksConference,
        (status = 204, description = "Deleted"),
    ),
)]
pub async fn delete(
    State(store): State<Store>,
    State(conference): State<Arc<Conference>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    RecordingPath { room, recording }: RecordingPath,
) -> Result<StatusCode, Refusal> {
    let room = owned(&store, &account, room).await?;
    check_belongs(&conference, &room, &recording).await?;
    store
        .delete_recording(room.id, &recording, clock.now())
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
