//! `PATCH /api/v1/rooms/{id}/recordings/{recording}`: renames a recording, publishes it, or withdraws it.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::recording::{RecordingName, UpdateRecording};

use super::super::owned;
use super::check_belongs;
use crate::auth::signed_in::SignedIn;
use crate::conference::Conference;
use crate::storage::Store;
use crate::web::answers::{AsksConference, ForOwnerOfActiveRoom};
use crate::web::problem::Refusal;
use crate::web::request::{Json, RecordingPath};

/// Changes a recording of a room of the caller.
#[utoipa::path(
    patch, path = "/api/v1/rooms/{id}/recordings/{recording}", tag = "recordings",
    request_body = UpdateRecording,
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("recording" = String, Path, description = "The recording"),
    ),
    responses(
        ForOwnerOfActiveRoom,
        AsksConference,
        (status = 204, description = "Changed"),
        (status = 422, body = Problem, description = "The name is refused"),
    ),
)]
pub async fn update(
    State(store): State<Store>,
    State(conference): State<Arc<Conference>>,
    SignedIn(account): SignedIn,
    RecordingPath { room, recording }: RecordingPath,
    Json(change): Json<UpdateRecording>,
) -> Result<StatusCode, Refusal> {
    let room = owned(&store, &account, room).await?;
    let name = change
        .name
        .map(|name| RecordingName::parse(&name))
        .transpose()
        .map_err(|reason| Refusal::field("name", reason))?;
    check_belongs(&conference, &room, &recording).await?;
    let mut is_there = true;
    if let Some(name) = &name {
        is_there = conference
            .rename_recording(&recording, name.as_str())
            .await?;
    }
    if let Some(published) = change.published {
        is_there = is_there && conference.publish_recording(&recording, published).await?;
    }
    if is_there {
        Ok(StatusCode::NO_CONTENT)
    } else {
        // The server has lost it since it was listed.
        Err(Refusal::new(ProblemKind::RecordingNotFound))
    }
}
