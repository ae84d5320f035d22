//! Naming delegates, and removing them.

use parvis_contract::email::EmailAddress;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{Delegate, DelegateError, locked_room, locked_room_of, to_delegate};
use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::entity::{account, delegation};
use crate::storage::unused::mark_used;

/// A delegate to add.
pub struct NewDelegate<'a> {
    /// The owner of the room.
    pub owner_id: Uuid,
    /// The room.
    pub room_id: Uuid,
    /// The address.
    pub email: &'a EmailAddress,
    /// The identifier of the delegation.
    pub id: Uuid,
    /// The maximum number of delegates of a room.
    pub limit: u64,
}

/// Why a delegate is not added.
#[derive(Debug, thiserror::Error)]
pub enum AddDelegateError {
    /// The person does not own the room, or no longer, or it is deleted.
    #[error("the room is not the person's")]
    NotOwner,
    /// The address is the owner's.
    #[error("the address is the owner's")]
    Own,
    /// The room has the maximum number of delegates.
    #[error("the limit of delegates is reached")]
    Limit,
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Store {
    /// Adds a delegate, or finds the one with this address; returns it, and whether it is new.
    ///
    /// No account is looked for, so that neither the result nor its timing tells whether one has the address.
    ///
    /// # Errors
    ///
    /// [`AddDelegateError`]; nothing is changed then.
    pub async fn add_delegate(
        &self,
        new: NewDelegate<'_>,
        now: Moment,
    ) -> Result<(Delegate, bool), AddDelegateError> {
        let write = self.begin_write().await?;
        // The lock also serializes additions, so that they are counted one after the other.
        let room = locked_room(&write, new.room_id).await?;
        if room.is_none_or(|room| room.owner_id != new.owner_id) {
            return Err(AddDelegateError::NotOwner);
        }
        let email = new.email.normalized();
        let owner = account::Entity::find_by_id(new.owner_id)
            .one(&*write)
            .await?;
        if owner.is_some_and(|owner| owner.email.as_deref() == Some(email)) {
            return Err(AddDelegateError::Own);
        }
        let of_room = delegation::Entity::find().filter(delegation::Column::RoomId.eq(new.room_id));
        let existing = of_room
            .clone()
            .filter(delegation::Column::Email.eq(email))
            .find_also_related(account::Entity)
            .one(&*write)
            .await?;
        if let Some((row, account)) = existing {
            return Ok((to_delegate(row, account), false));
        }
        if of_room.count(&*write).await? >= new.limit {
            return Err(AddDelegateError::Limit);
        }
        let row = delegation::Model {
            id: new.id,
            room_id: new.room_id,
            email: Some(email.to_owned()),
            typed_email: Some(new.email.as_typed().to_owned()),
            account_id: None,
            created_at: now,
            active_at: None,
            offered_at: None,
        };
        delegation::Entity::insert(delegation::ActiveModel::from(row.clone()))
            .exec_without_returning(&*write)
            .await?;
        mark_used(&*write, new.room_id, now).await?;
        write.commit().await?;
        Ok((to_delegate(row, None), true))
    }

    /// Removes a delegate.
    ///
    /// # Errors
    ///
    /// [`DelegateError::NotOwner`], [`DelegateError::NotFound`], or when the database fails.
    pub async fn remove_delegate(
        &self,
        owner_id: Uuid,
        room_id: Uuid,
        id: Uuid,
        now: Moment,
    ) -> Result<(), DelegateError> {
        let write = self.begin_write().await?;
        locked_room_of(&write, owner_id, room_id).await?;
        let removed = delegation::Entity::delete_by_id(id)
            .filter(delegation::Column::RoomId.eq(room_id))
            .exec(&*write)
            .await?;
        if removed.rows_affected == 0 {
            return Err(DelegateError::NotFound);
        }
        mark_used(&*write, room_id, now).await?;
        write.commit().await?;
        Ok(())
    }

    /// Ends a person's own delegation; returns whether there was one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn leave_room(
        &self,
        account_id: Uuid,
        room_id: Uuid,
        now: Moment,
    ) -> Result<bool, DbErr> {
        let write = self.begin_write().await?;
        // Comes before or after a change by the delegate, and before or after a handover.
        locked_room(&write, room_id).await?;
        let left = delegation::Entity::delete_many()
            .filter(delegation::Column::RoomId.eq(room_id))
            .filter(delegation::Column::AccountId.eq(account_id))
            .exec(&*write)
            .await?;
        // Nor does one that waits for the person's present address bring the room back.
        let address = Query::select()
            .column(account::Column::Email)
            .from(account::Entity)
            .and_where(account::Column::Id.eq(account_id))
            .take();
        delegation::Entity::delete_many()
            .filter(delegation::Column::RoomId.eq(room_id))
            .filter(delegation::Column::AccountId.is_null())
            .filter(delegation::Column::Email.in_subquery(address))
            .exec(&*write)
            .await?;
        let has_left = left.rows_affected == 1;
        if has_left {
            mark_used(&*write, room_id, now).await?;
        }
        write.commit().await?;
        Ok(has_left)
    }
}
