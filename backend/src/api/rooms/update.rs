//! `PATCH /api/v1/rooms/{id}`: changes a room. Its links, its code and its PIN stay unchanged; a running
//! meeting keeps the options it was started with.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::room::{RoomName, RoomUpdated, UpdateRoom};

use super::{accessible, changed, owned};
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::meetings::Meetings;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Changes a room that the caller has access to.
#[utoipa::path(
    patch, path = "/api/v1/rooms/{id}", tag = "rooms", request_body = UpdateRoom,
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        (status = 200, body = RoomUpdated, description = "Changed"),
        (status = 403, body = Problem, description = "The caller is a delegate, and the name is the owner's"),
        (status = 422, body = Problem, description = "The name or an option is refused"),
    ),
)]
pub async fn update(
    State(store): State<Store>,
    State(meetings): State<Arc<Meetings>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
    Json(change): Json<UpdateRoom>,
) -> Result<Json<RoomUpdated>, Refusal> {
    // The name is the owner's.
    let allowed = async || match change.name {
        Some(_) => owned(&store, &account, id).await,
        None => accessible(&store, &account, id).await,
    };
    let room = allowed().await?;
    let name = match &change.name {
        Some(name) => Some(RoomName::parse(name).map_err(|reason| Refusal::field("name", reason))?),
        None => None,
    };
    let changes = if change.merge_options {
        change.options
    } else {
        change.options.of_former_app()
    };
    let Some((before, options)) = store
        .change_room(account.id, room.id, name.as_ref(), clock.now(), |stored| {
            changed(stored, changes)
        })
        .await?
    else {
        // Deleted or handed over meanwhile, or the caller is no longer a delegate.
        allowed().await?;
        return Err(Refusal::new(ProblemKind::Unavailable));
    };
    let is_different =
        options != before.options || name.is_some_and(|name| name.as_str() != before.name);
    Ok(Json(RoomUpdated {
        meeting_running: is_different && meetings.is_running(&room).await,
    }))
}
