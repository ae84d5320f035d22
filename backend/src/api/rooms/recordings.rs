//! `GET /api/v1/rooms/{id}/recordings`: a room's recordings. The submodules have the endpoints of single
//! recordings.

pub mod delete;
pub mod restore;
pub mod update;

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::State;
use parvis_contract::problem::ProblemKind;
use parvis_contract::recording::{
    FormatKind, Recording, RecordingFormat, RecordingList, RecordingState,
};

use super::owned;
use crate::auth::signed_in::SignedIn;
use crate::clock::{Clock, Moment};
use crate::conference::{self, Conference};
use crate::meetings::meeting_id;
use crate::storage::Store;
use crate::storage::rooms::{Room, TAKE_BACK};
use crate::web::answers::{AsksConference, ForOwnerOfActiveRoom};
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Returns the recordings of a room of the caller, the newest first.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}/recordings", tag = "recordings",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOfActiveRoom,
        AsksConference,
        (status = 200, body = RecordingList, description = "The recordings"),
    ),
)]
pub async fn list(
    State(store): State<Store>,
    State(conference): State<Arc<Conference>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<Json<RecordingList>, Refusal> {
    let room = owned(&store, &account, id).await?;
    let recordings = conference.recordings(&meeting_id(&room)).await?;
    let deletions: HashMap<String, Moment> =
        store.deleted_recordings(id).await?.into_iter().collect();
    let since = clock.now().minus(TAKE_BACK);
    let (mut items, mut deleted) = (Vec::new(), Vec::new());
    for recording in recordings {
        match deletions.get(&recording.id) {
            None => items.push(to_wire(recording)),
            Some(deleted_at) if *deleted_at > since => deleted.push(to_wire(recording)),
            Some(_) => {}
        }
    }
    Ok(Json(RecordingList {
        room_name: room.name,
        items,
        deleted,
    }))
}

/// Checks that the conference server has this recording of the room. The server accepts any identifier, also those
/// of other rooms.
async fn check_belongs(
    conference: &Conference,
    room: &Room,
    recording: &str,
) -> Result<(), Refusal> {
    let recordings = conference.recordings(&meeting_id(room)).await?;
    if recordings.iter().any(|known| known.id == recording) {
        Ok(())
    } else {
        Err(Refusal::new(ProblemKind::RecordingNotFound))
    }
}

fn to_wire(recording: conference::Recording) -> Recording {
    let state = match (recording.is_processing, recording.is_published) {
        (true, _) => RecordingState::Processing,
        (false, true) => RecordingState::Published,
        (false, false) => RecordingState::Unpublished,
    };
    let format = |format: conference::Format| RecordingFormat {
        kind: match format.kind.as_str() {
            "presentation" => FormatKind::Presentation,
            "video" => FormatKind::Video,
            "podcast" => FormatKind::Podcast,
            "notes" => FormatKind::Notes,
            "screenshare" => FormatKind::Screenshare,
            _ => FormatKind::Other,
        },
        url: format.url.into(),
    };
    Recording {
        started_at: Moment(recording.start).to_wire(),
        minutes: recording.minutes,
        size: recording.size,
        formats: match state {
            RecordingState::Published => recording.formats.into_iter().map(format).collect(),
            RecordingState::Processing | RecordingState::Unpublished => Vec::new(),
        },
        id: recording.id,
        name: recording.name,
        state,
    }
}
