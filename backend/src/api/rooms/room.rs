//! `GET /api/v1/rooms/{id}`: one room.

use axum::extract::State;
use parvis_contract::room::RoomDetails;

use super::{owned, to_wire};
use crate::auth::signed_in::SignedIn;
use crate::storage::Store;
use crate::web::answers::ForOwnerOfActiveRoom;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Returns a room of the caller.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}", tag = "rooms",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOfActiveRoom,
        (status = 200, body = RoomDetails, description = "The room"),
    ),
)]
pub async fn room(
    State(store): State<Store>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<Json<RoomDetails>, Refusal> {
    let room = owned(&store, &account, id).await?;
    let favourite = store.is_favourite(account.id, id).await?;
    let options = room.options.clone();
    Ok(Json(RoomDetails {
        room: to_wire(room, favourite),
        options,
    }))
}
