//! `GET /api/v1/rooms/{id}/invitation`: the invitation data of a room, for its owner, and for its delegates where the
//! instance lets them invite.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::invitation::Invitation;

use super::{accessible, owned};
use crate::auth::signed_in::SignedIn;
use crate::config::Config;
use crate::meetings::Meetings;
use crate::storage::Store;
use crate::web::answers::ForOwnerOfActiveRoom;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Returns the invitation data of a room of the caller; to a delegate as well if `delegates_invite` is set.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}/invitation", tag = "rooms",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOfActiveRoom,
        (status = 200, body = Invitation, description = "For its owner only"),
    ),
)]
pub async fn invitation(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(meetings): State<Arc<Meetings>>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<Json<Invitation>, Refusal> {
    let room = if config.instance.delegates_invite {
        accessible(&store, &account, id).await?
    } else {
        owned(&store, &account, id).await?
    };
    Ok(Json(meetings.invitation_now(&room).await?))
}
