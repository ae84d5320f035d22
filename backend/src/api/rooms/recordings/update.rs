//! `PATCH /api/v1/rooms/{id}/recordings/{recording}`: renames a recording, publishes it, withdraws it, or
//! protects it.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::Problem;
use parvis_contract::recording::{RecordingName, UpdateRecording};

use super::super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::recordings::Recordings;
use crate::storage::Store;
use crate::web::answers::{AsksConference, ForOwnerOrDelegate};
use crate::web::problem::Refusal;
use crate::web::request::{Json, RecordingPath};

/// Changes a recording of a room that the caller has access to.
#[utoipa::path(
    patch, path = "/api/v1/rooms/{id}/recordings/{recording}", tag = "recordings",
    operation_id = "update_recording",
    request_body = UpdateRecording,
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("recording" = String, Path, description = "The recording"),
    ),
    responses(
        ForOwnerOrDelegate,
        AsksConference,
        (status = 204, description = "Changed"),
        (status = 422, body = Problem, description = "The name is refused"),
        (status = 501, body = Problem, description = "The conference server cannot protect recordings; nothing is changed"),
    ),
)]
pub async fn update(
    State(store): State<Store>,
    State(recordings): State<Arc<Recordings>>,
    SignedIn(account): SignedIn,
    RecordingPath { room, recording }: RecordingPath,
    Json(change): Json<UpdateRecording>,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, room).await?;
    let name = change
        .name
        .map(|name| RecordingName::parse(&name))
        .transpose()
        .map_err(|reason| Refusal::field("name", reason))?;
    let recording = recordings.active(&room, &recording).await?;
    // The conference server may have taken long: meanwhile a delegate may have been removed.
    accessible(&store, &account, room.id).await?;
    // First, as this may be refused for what the conference server is.
    if let Some(protected) = change.protected {
        recordings.protect(&recording, protected).await?;
    }
    if let Some(name) = &name {
        recordings.rename(&recording, name.as_str()).await?;
    }
    if let Some(published) = change.published {
        recordings.publish(&recording, published).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
