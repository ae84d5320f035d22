//! `PUT` and `DELETE /api/v1/rooms/{id}/delegates/{delegate}/handover`: offers a room to a delegate, and withdraws
//! the offer.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::Problem;

use super::super::owned;
use super::refusal;
use crate::auth::signed_in::SignedIn;
use crate::clock::{Clock, Moment};
use crate::live::LiveMeetings;
use crate::storage::Store;
use crate::storage::accounts::Account;
use crate::web::answers::ForOwnerOfActiveRoom;
use crate::web::problem::Refusal;
use crate::web::request::DelegatePath;

/// Offers a room of the caller to an active delegate, who becomes its owner by accepting. It is offered to one
/// delegate at a time: an offer to another is withdrawn.
#[utoipa::path(
    put, path = "/api/v1/rooms/{id}/delegates/{delegate}/handover", tag = "delegates",
    operation_id = "offer_room",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("delegate" = Uuid, Path, description = "The delegate"),
    ),
    responses(
        ForOwnerOfActiveRoom,
        (status = 204, description = "Offered"),
        (status = 404, body = Problem, description = "The caller has no such room, or the room no such delegate"),
        (status = 409, body = Problem, description = "The delegate has not opened the portal yet"),
    ),
)]
pub async fn offer(
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    path: DelegatePath,
) -> Result<StatusCode, Refusal> {
    set(&store, &live, &account, path, true, clock.now()).await
}

/// Withdraws the offer. Has no effect if there is none.
#[utoipa::path(
    delete, path = "/api/v1/rooms/{id}/delegates/{delegate}/handover", tag = "delegates",
    operation_id = "withdraw_offer",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("delegate" = Uuid, Path, description = "The delegate"),
    ),
    responses(
        ForOwnerOfActiveRoom,
        (status = 204, description = "No longer offered"),
        (status = 404, body = Problem, description = "The caller has no such room, or the room no such delegate"),
    ),
)]
pub async fn withdraw(
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    path: DelegatePath,
) -> Result<StatusCode, Refusal> {
    set(&store, &live, &account, path, false, clock.now()).await
}

async fn set(
    store: &Store,
    live: &LiveMeetings,
    account: &Account,
    DelegatePath { room, delegate }: DelegatePath,
    is_offered: bool,
    now: Moment,
) -> Result<StatusCode, Refusal> {
    let room = owned(store, account, room).await?;
    let set = store.offer_room(account.id, room.id, delegate, is_offered, now);
    if let Err(error) = set.await {
        return Err(refusal(store, account, room.id, error).await);
    }
    live.delegations_changed();
    Ok(StatusCode::NO_CONTENT)
}
