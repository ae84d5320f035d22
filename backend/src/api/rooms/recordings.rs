//! `GET /api/v1/rooms/{id}/recordings`: a room's recordings. The submodules have the endpoints of single
//! recordings.

pub mod delete;
pub mod restore;
pub mod update;

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::recording::{
    FormatKind, Recording, RecordingFormat, RecordingList, RecordingState,
};

use super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::clock::Moment;
use crate::conference::Format;
use crate::recordings::{NamedRecording, Recordings};
use crate::storage::Store;
use crate::web::answers::{AsksConference, ForOwnerOrDelegate};
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Returns the recordings of a room that the caller has access to, the newest first.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}/recordings", tag = "recordings",
    operation_id = "list_recordings",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        AsksConference,
        (status = 200, body = RecordingList, description = "The recordings"),
    ),
)]
pub async fn list(
    State(store): State<Store>,
    State(recordings): State<Arc<Recordings>>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<Json<RecordingList>, Refusal> {
    let room = accessible(&store, &account, id).await?;
    let all = recordings.of(&room).await?;
    Ok(Json(RecordingList {
        room_name: room.name,
        items: all.active.into_iter().map(to_wire).collect(),
        deleted: all.deleted.into_iter().map(to_wire).collect(),
    }))
}

fn to_wire(
    NamedRecording {
        pseudonym,
        recording,
    }: NamedRecording,
) -> Recording {
    let state = match (recording.is_processing, recording.is_published) {
        (true, _) => RecordingState::Processing,
        (false, true) => RecordingState::Published,
        (false, false) => RecordingState::Unpublished,
    };
    Recording {
        id: pseudonym,
        name: recording.name,
        started_at: Moment(recording.start).to_wire(),
        minutes: recording.minutes,
        size: recording.size,
        is_protected: None,
        expires_at: None,
        formats: match state {
            RecordingState::Published => {
                recording.formats.into_iter().map(format_to_wire).collect()
            }
            RecordingState::Processing | RecordingState::Unpublished => Vec::new(),
        },
        state,
    }
}

fn format_to_wire(format: Format) -> RecordingFormat {
    RecordingFormat {
        kind: match format.kind.as_str() {
            "presentation" => FormatKind::Presentation,
            "video" => FormatKind::Video,
            "podcast" => FormatKind::Podcast,
            "notes" => FormatKind::Notes,
            "screenshare" => FormatKind::Screenshare,
            _ => FormatKind::Other,
        },
        url: format.url.into(),
        is_file: false,
    }
}
