//! `GET /api/v1/rooms/{id}/delegates`: the delegates of a room, only for its owner. The submodules add and remove
//! them, and offer the room to one.

pub mod add;
pub mod handover;
pub mod remove;

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::delegate::{Delegate, DelegateList};
use parvis_contract::problem::ProblemKind;

use super::owned;
use crate::auth::signed_in::SignedIn;
use crate::config::Config;
use crate::storage::Store;
use crate::storage::accounts::Account;
use crate::storage::delegations::{self, DelegateError};
use crate::web::answers::ForOwnerOfActiveRoom;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Returns the delegates of a room of the caller, in the order in which they were added.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}/delegates", tag = "delegates", operation_id = "list_delegates",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOfActiveRoom,
        (status = 200, body = DelegateList, description = "Its delegates"),
    ),
)]
pub async fn list(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<Json<DelegateList>, Refusal> {
    let room = owned(&store, &account, id).await?;
    let delegates = store.delegates(room.id).await?;
    Ok(Json(DelegateList {
        room_name: room.name,
        max: config.instance.max_delegates,
        items: delegates.into_iter().map(to_wire).collect(),
    }))
}

fn to_wire(delegate: delegations::Delegate) -> Delegate {
    Delegate {
        id: delegate.id,
        email: delegate.email,
        is_active: delegate.name.is_some(),
        name: delegate.name,
        handover_offered: delegate.handover_offered,
    }
}

/// The refusal of a change of a delegate.
async fn refusal(
    store: &Store,
    account: &Account,
    room_id: uuid::Uuid,
    error: DelegateError,
) -> Refusal {
    match error {
        DelegateError::NotOwner => no_longer_owned(store, account, room_id).await,
        DelegateError::NotFound => Refusal::new(ProblemKind::DelegateNotFound),
        DelegateError::Inactive => Refusal::new(ProblemKind::DelegateInactive),
        DelegateError::Db(error) => error.into(),
    }
}

/// The refusal when a room was deleted or handed over after its owner was checked.
async fn no_longer_owned(store: &Store, account: &Account, room_id: uuid::Uuid) -> Refusal {
    match owned(store, account, room_id).await {
        Err(refusal) => refusal,
        // Restored or handed back since: a retry succeeds.
        Ok(_) => Refusal::new(ProblemKind::Unavailable),
    }
}
