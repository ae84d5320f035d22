//! `DELETE /api/v1/rooms/{id}/delegation`: ends the caller's own delegation.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::Problem;

use super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::live::LiveMeetings;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::RoomPath;

/// Ends the caller's delegation of a room, at once. Only the owner can undo it, by adding the address again. The owner,
/// who has no delegation, changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/rooms/{id}/delegation", tag = "delegates", operation_id = "leave_room",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        (status = 204, description = "The caller is no longer a delegate"),
        (status = 404, body = Problem, description = "The caller has no such room"),
    ),
)]
pub async fn leave(
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, id).await?;
    if store.leave_room(account.id, room.id, clock.now()).await? {
        live.delegations_changed();
    }
    Ok(StatusCode::NO_CONTENT)
}
