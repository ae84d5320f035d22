//! `GET /api/v1/rooms/{id}`: one room.

use axum::extract::State;
use parvis_contract::room::RoomDetails;

use super::{accessible, to_wire};
use crate::auth::signed_in::SignedIn;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Returns a room that the caller has access to.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}", tag = "rooms",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        (status = 200, body = RoomDetails, description = "The room"),
    ),
)]
pub async fn room(
    State(store): State<Store>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<Json<RoomDetails>, Refusal> {
    let room = accessible(&store, &account, id).await?;
    let options = room.options.clone();
    let listed = store.listed_room(account.id, room).await?;
    Ok(Json(RoomDetails {
        room: to_wire(listed),
        options,
    }))
}
