//! Who may use a room: its owner, and for much of it its delegates.
//!
//! | function | for | a delegate |
//! | --- | --- | --- |
//! | [`accessible`] | starting and ending the meeting, options, recordings, files, the person's own star | may |
//! | [`owned`], [`owned_or_deleted`] | name, invitation, delegates, handing over, deletion | is refused, 403 |
//!
//! Strangers learn from neither that the room exists. Whatever changes the room checks it again in its transaction.

use parvis_contract::problem::ProblemKind;
use uuid::Uuid;

use crate::storage::Store;
use crate::storage::accounts::Account;
use crate::storage::rooms::Room;
use crate::web::problem::Refusal;

/// The room `id` if the person owns it or is a delegate of it. A room of somebody else is not distinguished from a
/// missing one; a room that the person has deleted is.
pub(super) async fn accessible(
    store: &Store,
    account: &Account,
    id: Uuid,
) -> Result<Room, Refusal> {
    let room = accessible_or_deleted(store, account, id).await?;
    if room.deleted_at.is_some() {
        return Err(Refusal::new(ProblemKind::DeletedByYou));
    }
    Ok(room)
}

/// As [`accessible`], if the person owns it.
pub(super) async fn owned(store: &Store, account: &Account, id: Uuid) -> Result<Room, Refusal> {
    for_owner(account, accessible(store, account, id).await?)
}

/// As [`owned`], including deleted rooms.
pub(super) async fn owned_or_deleted(
    store: &Store,
    account: &Account,
    id: Uuid,
) -> Result<Room, Refusal> {
    for_owner(account, accessible_or_deleted(store, account, id).await?)
}

async fn accessible_or_deleted(
    store: &Store,
    account: &Account,
    id: Uuid,
) -> Result<Room, Refusal> {
    store
        .accessible_room(account.id, id)
        .await?
        .ok_or_else(|| Refusal::new(ProblemKind::RoomNotFound))
}

fn for_owner(account: &Account, room: Room) -> Result<Room, Refusal> {
    if room.owner_id == account.id {
        Ok(room)
    } else {
        Err(Refusal::new(ProblemKind::OwnerOnly))
    }
}
