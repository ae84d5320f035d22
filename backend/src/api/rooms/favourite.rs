//! `PUT` and `DELETE /api/v1/rooms/{id}/favourite`: the star.

use axum::extract::State;
use http::StatusCode;
use uuid::Uuid;

use super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::storage::Store;
use crate::storage::accounts::Account;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::RoomPath;

/// Stars a room that the caller has access to.
#[utoipa::path(
    put, path = "/api/v1/rooms/{id}/favourite", tag = "rooms",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        (status = 204, description = "Starred"),
    ),
)]
pub async fn star(
    State(store): State<Store>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<StatusCode, Refusal> {
    set(&store, &account, id, true).await
}

/// Removes the star.
#[utoipa::path(
    delete, path = "/api/v1/rooms/{id}/favourite", tag = "rooms",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        (status = 204, description = "No longer starred"),
    ),
)]
pub async fn unstar(
    State(store): State<Store>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<StatusCode, Refusal> {
    set(&store, &account, id, false).await
}

async fn set(
    store: &Store,
    account: &Account,
    room_id: Uuid,
    favourite: bool,
) -> Result<StatusCode, Refusal> {
    let room = accessible(store, account, room_id).await?;
    store.set_favourite(account.id, room.id, favourite).await?;
    Ok(StatusCode::NO_CONTENT)
}
