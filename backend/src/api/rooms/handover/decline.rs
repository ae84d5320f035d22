//! `POST /api/v1/rooms/{id}/handover/decline`: declines a room that its owner hands over.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;

use super::super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::live::LiveMeetings;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::RoomPath;

/// Declines a room that is offered to the caller, who stays a delegate. Has no effect if it is not offered.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/handover/decline", tag = "delegates", operation_id = "decline_room",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        (status = 204, description = "Not offered, or no longer"),
    ),
)]
pub async fn decline(
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, id).await?;
    let now = clock.now();
    store.decline_room(account.id, room.id, now).await?;
    live.delegations_changed();
    Ok(StatusCode::NO_CONTENT)
}
