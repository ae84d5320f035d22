//! Delegates of rooms. A delegation is named by an e-mail address, waits until an account with that verified
//! address takes it, and belongs to that account from then on.
//!
//! Rows are locked in the order of accounts, rooms, delegations, so that no two transactions deadlock.

mod handover;
mod naming;
mod taking;
mod watching;

use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::entity::{account, delegation, room};
use super::{Store, Write};

pub use handover::AcceptError;
pub use naming::{AddDelegateError, NewDelegate};
pub use watching::{Concern, ConcernKind};

/// A delegate of a room.
// No `Debug`: addresses and names must not be logged.
pub struct Delegate {
    /// The delegation.
    pub id: Uuid,
    /// The address as it was typed; empty for a former owner without a verified address.
    pub email: String,
    /// The person's name, if they have opened the portal since.
    pub name: Option<String>,
    /// Whether the owner offers them the room.
    pub handover_offered: bool,
}

/// Why a delegate of a room is not changed.
#[derive(Debug, thiserror::Error)]
pub enum DelegateError {
    /// The person does not own the room, or no longer, or it is deleted.
    #[error("the room is not the person's")]
    NotOwner,
    /// The room has no such delegate.
    #[error("there is no such delegate")]
    NotFound,
    /// The delegate has not opened the portal yet.
    #[error("the delegate is not active")]
    Inactive,
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Store {
    /// The delegates of a room, in the order in which they were added. The caller has checked the ownership.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delegates(&self, room_id: Uuid) -> Result<Vec<Delegate>, DbErr> {
        let rows = delegation::Entity::find()
            .filter(delegation::Column::RoomId.eq(room_id))
            .order_by_asc(delegation::Column::CreatedAt)
            .order_by_asc(delegation::Column::Id)
            .find_also_related(account::Entity)
            .all(&self.db)
            .await?;
        let delegates = rows
            .into_iter()
            .map(|(row, account)| to_delegate(row, account));
        Ok(delegates.collect())
    }

    /// Whether the account is a delegate of a room that is not deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn is_delegate(&self, account_id: Uuid, room_id: Uuid) -> Result<bool, DbErr> {
        let row = delegation::Entity::find()
            .filter(delegation::Column::AccountId.eq(account_id))
            .filter(delegation::Column::RoomId.eq(room_id))
            .inner_join(room::Entity)
            .filter(room::Column::DeletedAt.is_null())
            .one(&self.db)
            .await?;
        Ok(row.is_some())
    }
}

/// A delegate. The name of the account is told only once the person has opened the portal.
fn to_delegate(row: delegation::Model, account: Option<account::Model>) -> Delegate {
    Delegate {
        id: row.id,
        email: row.typed_email.unwrap_or_default(),
        name: account
            .filter(|_| row.active_at.is_some())
            .map(|account| account.name),
        handover_offered: row.offered_at.is_some(),
    }
}

/// Locks the row of a permanent room that is not deleted.
async fn locked_room(write: &Write, room_id: Uuid) -> Result<Option<room::Model>, DbErr> {
    room::Entity::find_by_id(room_id)
        .filter(room::Column::DeletedAt.is_null())
        .filter(room::Column::TemporaryUntil.is_null())
        .lock_exclusive()
        .one(&**write)
        .await
}

/// As [`locked_room`], if the person owns it.
async fn locked_room_of(
    write: &Write,
    owner_id: Uuid,
    room_id: Uuid,
) -> Result<room::Model, DelegateError> {
    locked_room(write, room_id)
        .await?
        .filter(|room| room.owner_id == owner_id)
        .ok_or(DelegateError::NotOwner)
}
