//! `DELETE /api/v1/rooms/{id}`: deletes a room; `restore` undoes it.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::{Problem, ProblemKind};
use serde::Deserialize;
use utoipa::IntoParams;

use super::owned_or_deleted;
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::live::LiveMeetings;
use crate::meetings::Meetings;
use crate::storage::Store;
use crate::web::answers::ForOwner;
use crate::web::problem::Refusal;
use crate::web::request::{Query, RoomPath};

/// The query.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DeleteQuery {
    /// Whether to delete the room even while its meeting runs.
    #[serde(default)]
    while_running: bool,
}

/// Deletes a room of the caller: its links, its code and its PIN become invalid. Participants of its running
/// meeting stay. Deleting it again has no effect.
#[utoipa::path(
    delete, path = "/api/v1/rooms/{id}", tag = "rooms",
    params(("id" = Uuid, Path, description = "The room"), DeleteQuery),
    responses(
        ForOwner,
        (status = 204, description = "Deleted"),
        (status = 409, body = Problem, description = "Its meeting is running"),
    ),
)]
pub async fn delete(
    State(store): State<Store>,
    State(meetings): State<Arc<Meetings>>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
    Query(query): Query<DeleteQuery>,
) -> Result<StatusCode, Refusal> {
    let room = owned_or_deleted(&store, &account, id).await?;
    if room.deleted_at.is_none() {
        if !query.while_running && meetings.is_running(&room).await {
            return Err(Refusal::new(ProblemKind::MeetingRunning));
        }
        if !store.delete_room(account.id, id, clock.now()).await? {
            // Deleted meanwhile, or handed over.
            owned_or_deleted(&store, &account, id).await?;
        }
        live.delegations_changed();
    }
    Ok(StatusCode::NO_CONTENT)
}
