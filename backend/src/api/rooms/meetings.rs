//! `GET /api/v1/rooms/{id}/meetings`: the meetings of a room, past and running.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::history::{MOST_LISTED, MeetingHistory, PastMeeting};

use super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::clock::Moment;
use crate::config::Config;
use crate::history::History;
use crate::storage::Store;
use crate::storage::room_meetings::RoomMeeting;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

const HOURS_A_DAY: u64 = 24;

/// Returns the newest 500 meetings of a room that the caller has access to, and how many are kept in all.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}/meetings", tag = "rooms",
    operation_id = "list_meetings",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        (status = 200, body = MeetingHistory, description = "The meetings, the newest first"),
    ),
)]
pub async fn list(
    State(store): State<Store>,
    State(history): State<Arc<History>>,
    State(config): State<Arc<Config>>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<Json<MeetingHistory>, Refusal> {
    let room = accessible(&store, &account, id).await?;
    let (count, newest) = history.of(&room, MOST_LISTED).await?;
    Ok(Json(MeetingHistory {
        room_name: room.name,
        kept_days: config.history_kept.as_secs() / 3600 / HOURS_A_DAY,
        count,
        items: newest.iter().map(to_wire).collect(),
    }))
}

fn to_wire(meeting: &RoomMeeting) -> PastMeeting {
    let length = meeting.ended_at.map(|end| meeting.started_at.until(end));
    PastMeeting {
        started_at: meeting.started_at.to_wire(),
        ended_at: meeting.ended_at.map(Moment::to_wire),
        minutes: length.map(|length| length.as_secs() / 60),
        most_people: meeting.most_people,
    }
}
