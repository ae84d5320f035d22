//! `POST /api/v1/rooms/{id}/restore`: restores a deleted room, within ten minutes.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::{Problem, ProblemKind};

use super::owned_or_deleted;
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::config::Config;
use crate::live::LiveMeetings;
use crate::storage::Store;
use crate::storage::rooms::RestoreError;
use crate::web::answers::ForOwner;
use crate::web::problem::Refusal;
use crate::web::request::RoomPath;

/// Restores a deleted room: its links, its code and its PIN are valid again. Has no effect on a room that is
/// not deleted.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/restore", tag = "rooms",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwner,
        (status = 204, description = "The room is there"),
        (status = 409, body = Problem, description = "The limit of rooms is reached"),
        (status = 410, body = Problem, description = "It was deleted too long ago"),
    ),
)]
pub async fn restore(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<StatusCode, Refusal> {
    let room = owned_or_deleted(&store, &account, id).await?;
    let limit = config.instance.max_rooms;
    let now = clock.now();
    match store.restore_room(account.id, &room, limit, now).await {
        Ok(()) => {
            live.delegations_changed();
            Ok(StatusCode::NO_CONTENT)
        }
        Err(RestoreError::TooLate) => Err(Refusal::new(ProblemKind::RestorationOver)),
        Err(RestoreError::Limit) => Err(Refusal::new(ProblemKind::RoomLimit).limit(limit)),
        Err(RestoreError::Db(error)) => Err(error.into()),
    }
}
