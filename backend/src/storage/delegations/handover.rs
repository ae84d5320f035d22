//! Handing a room over to a delegate: the owner offers it, the delegate accepts or declines.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::{DelegateError, locked_room, locked_room_of};
use crate::clock::Moment;
use crate::storage::audit::{self, AuditAction, NewEvent};
use crate::storage::entity::{account, delegation, room};
use crate::storage::rooms::count_of;
use crate::storage::unused::{mark_used, used};
use crate::storage::{Store, Write};

/// Why an offer is not accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// The person is not a delegate of the room, or it is deleted.
    #[error("the person has no such room")]
    NotFound,
    /// The owner does not offer the room to the person, or no longer.
    #[error("the room is not offered")]
    NotOffered,
    /// The person has the maximum number of rooms.
    #[error("the limit of rooms is reached")]
    Limit,
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Store {
    /// Offers a room to a delegate, instead of any other; or withdraws the offer.
    ///
    /// # Errors
    ///
    /// [`DelegateError`]: it is not offered to a delegate who has not opened the portal yet, whether they have an
    /// account or not.
    pub async fn offer_room(
        &self,
        owner_id: Uuid,
        room_id: Uuid,
        id: Uuid,
        is_offered: bool,
        now: Moment,
    ) -> Result<(), DelegateError> {
        let write = self.begin_write().await?;
        locked_room_of(&write, owner_id, room_id).await?;
        let row = delegation::Entity::find_by_id(id)
            .filter(delegation::Column::RoomId.eq(room_id))
            .lock_exclusive()
            .one(&*write)
            .await?
            .ok_or(DelegateError::NotFound)?;
        if is_offered {
            if row.active_at.is_none() {
                return Err(DelegateError::Inactive);
            }
            set_offer(&write, delegation::Column::RoomId.eq(room_id), None).await?;
        }
        let offered_at = is_offered.then_some(now);
        set_offer(&write, delegation::Column::Id.eq(id), offered_at).await?;
        mark_used(&*write, room_id, now).await?;
        write.commit().await?;
        Ok(())
    }

    /// Declines the offer of a room; does nothing if there is none.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn decline_room(
        &self,
        account_id: Uuid,
        room_id: Uuid,
        now: Moment,
    ) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        locked_room(&write, room_id).await?;
        let of_person = delegation::Column::RoomId
            .eq(room_id)
            .and(delegation::Column::AccountId.eq(account_id))
            .and(delegation::Column::OfferedAt.is_not_null());
        if set_offer(&write, of_person, None).await? {
            mark_used(&*write, room_id, now).await?;
        }
        write.commit().await
    }

    /// Makes a delegate, to whom the room is offered, its owner, and the owner a delegate, with the identifier
    /// `delegation_id`. Does nothing if the person already owns it. Everything else of the room stays.
    ///
    /// # Errors
    ///
    /// [`AcceptError`]; nothing is changed then.
    pub async fn accept_room(
        &self,
        account_id: Uuid,
        room_id: Uuid,
        delegation_id: Uuid,
        limit: u64,
        now: Moment,
    ) -> Result<(), AcceptError> {
        let write = self.begin_write().await?;
        let found = room::Entity::find_by_id(room_id).one(&*write).await?;
        let former_id = found.ok_or(AcceptError::NotFound)?.owner_id;
        let former = lock_accounts(&write, former_id, account_id).await?;
        let room = locked_room(&write, room_id).await?;
        let room = room.ok_or(AcceptError::NotFound)?;
        if room.owner_id == account_id {
            return Ok(());
        }
        let taken = delegation::Entity::find()
            .filter(delegation::Column::RoomId.eq(room_id))
            .filter(delegation::Column::AccountId.eq(account_id))
            .lock_exclusive()
            .one(&*write)
            .await?
            .ok_or(AcceptError::NotFound)?;
        // If the room has been handed over to somebody else meanwhile, the offer is no longer there.
        let former = former.filter(|former| former.id == room.owner_id);
        let (Some(former), Some(_)) = (former, taken.offered_at) else {
            return Err(AcceptError::NotOffered);
        };
        if count_of(&write, account_id).await? >= limit {
            return Err(AcceptError::Limit);
        }
        delegation::Entity::delete_by_id(taken.id)
            .exec(&*write)
            .await?;
        let row = delegation::Model {
            id: delegation_id,
            room_id,
            typed_email: former.email.clone(),
            email: free_address(&write, room_id, former.email).await?,
            account_id: Some(former.id),
            created_at: now,
            active_at: Some(now),
            offered_at: None,
        };
        delegation::Entity::insert(delegation::ActiveModel::from(row))
            .exec_without_returning(&*write)
            .await?;
        used(room::Entity::update_many(), now)
            .col_expr(room::Column::OwnerId, Expr::value(account_id))
            // The key belongs to a request of the account that created the room.
            .col_expr(room::Column::CreationKey, Expr::value(None::<String>))
            .col_expr(room::Column::CreationDigest, Expr::value(None::<String>))
            .filter(room::Column::Id.eq(room_id))
            .exec(&*write)
            .await?;
        for (action, account) in [
            (AuditAction::RoomHandedOver, former.id),
            (AuditAction::RoomTakenOver, account_id),
        ] {
            let event = NewEvent {
                action,
                account: Some(account),
                room: Some(room_id),
                detail: None,
            };
            audit::record(&*write, event, now).await?;
        }
        write.commit().await?;
        Ok(())
    }
}

/// Offers or withdraws a room; returns whether there is such a delegation.
async fn set_offer(
    write: &Write,
    of: sea_orm::sea_query::SimpleExpr,
    offered_at: Option<Moment>,
) -> Result<bool, DbErr> {
    let value = offered_at.map(|moment| moment.0);
    let set = delegation::Entity::update_many()
        .col_expr(delegation::Column::OfferedAt, Expr::value(value))
        .filter(of)
        .exec(&**write)
        .await?;
    Ok(set.rows_affected > 0)
}

/// Locks both accounts until the transaction ends, always in the same order; returns the first. Rooms of the new
/// owner that are created meanwhile are counted.
async fn lock_accounts(
    write: &Write,
    former: Uuid,
    new: Uuid,
) -> Result<Option<account::Model>, DbErr> {
    let rows = account::Entity::find()
        .filter(account::Column::Id.is_in([former, new]))
        .order_by_asc(account::Column::Id)
        .lock_exclusive()
        .all(&**write)
        .await?;
    Ok(rows.into_iter().find(|row| row.id == former))
}

/// The address under which the former owner is a delegate: their own, unless another account is one under it. A
/// delegation that waits for that address gives way, as it was meant for the same person.
async fn free_address(
    write: &Write,
    room_id: Uuid,
    email: Option<String>,
) -> Result<Option<String>, DbErr> {
    let Some(email) = email else { return Ok(None) };
    let under_it = delegation::Column::RoomId
        .eq(room_id)
        .and(delegation::Column::Email.eq(&*email));
    delegation::Entity::delete_many()
        .filter(under_it.clone())
        .filter(delegation::Column::AccountId.is_null())
        .exec(&**write)
        .await?;
    let other = delegation::Entity::find()
        .filter(under_it)
        .one(&**write)
        .await?;
    Ok(other.is_none().then_some(email))
}
