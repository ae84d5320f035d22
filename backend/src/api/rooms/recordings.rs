//! `GET /api/v1/rooms/{id}/recordings`: a room's recordings. The submodules have the endpoints of single
//! recordings.

pub mod delete;
pub mod restore;
pub mod seen;
pub mod update;

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::recording::{Recording, RecordingFormat, RecordingList, RecordingState};

use super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::clock::{Clock, Moment};
use crate::conference::Format;
use crate::config::Config;
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
    State(config): State<Arc<Config>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<Json<RecordingList>, Refusal> {
    let room = accessible(&store, &account, id).await?;
    // First: what becomes ready after this may not be in the list.
    let as_of = store.last_ready_recording(room.id).await?;
    let all = recordings.of(&room).await?;
    let now = clock.now();
    let to_wire = |named: NamedRecording| {
        let expiry = config
            .recordings_kept
            .map(|kept| Moment(named.recording.end).plus(kept).max(now));
        to_wire(named, expiry)
    };
    Ok(Json(RecordingList {
        room_name: room.name,
        items: all.active.into_iter().map(to_wire).collect(),
        deleted: all.deleted.into_iter().map(to_wire).collect(),
        is_incomplete: all.is_incomplete,
        as_of: as_of.map(|Moment(millis)| millis),
    }))
}

fn to_wire(
    NamedRecording {
        pseudonym,
        recording,
    }: NamedRecording,
    expires_at: Option<Moment>,
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
        is_protected: recording.is_protected,
        expires_at: expires_at.map(Moment::to_wire),
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
        kind: format.kind,
        is_file: format.is_file(),
        url: format.url.into(),
    }
}
