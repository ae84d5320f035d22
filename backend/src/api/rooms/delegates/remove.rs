//! `DELETE /api/v1/rooms/{id}/delegates/{delegate}`: removes a delegate.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::Problem;

use super::super::owned;
use super::refusal;
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::live::LiveMeetings;
use crate::storage::Store;
use crate::web::answers::ForOwnerOfActiveRoom;
use crate::web::problem::Refusal;
use crate::web::request::DelegatePath;

/// Removes a delegate of a room of the caller, at once. Adding the address again undoes it.
#[utoipa::path(
    delete, path = "/api/v1/rooms/{id}/delegates/{delegate}", tag = "delegates",
    operation_id = "remove_delegate",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("delegate" = Uuid, Path, description = "The delegate"),
    ),
    responses(
        ForOwnerOfActiveRoom,
        (status = 204, description = "Removed"),
        (status = 404, body = Problem, description = "The caller has no such room, or the room no such delegate"),
    ),
)]
pub async fn remove(
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    DelegatePath { room, delegate }: DelegatePath,
) -> Result<StatusCode, Refusal> {
    let room = owned(&store, &account, room).await?;
    let removed = store.remove_delegate(account.id, room.id, delegate, clock.now());
    if let Err(error) = removed.await {
        return Err(refusal(&store, &account, room.id, error).await);
    }
    live.delegations_changed();
    Ok(StatusCode::NO_CONTENT)
}
