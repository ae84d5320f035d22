//! Deleting rooms, restoring them, and emptying tombstones.
//!
//! A deleted room leaves a tombstone, so that its links can say that it was deleted. Its numbers are retired
//! and restored with it.

use std::time::Duration;

use parvis_contract::room::TAKE_BACK_MINUTES;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait as _, Condition, DbErr, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{Room, count_of, lock_owner};
use crate::clock::Moment;
use crate::storage::audit::{self, AuditAction, NewEvent};
use crate::storage::entity::{
    delegation, favourite, number, ready_recording, recordings_seen, room, room_meeting,
};
use crate::storage::unused::used;
use crate::storage::{Store, Write};

/// How long a deleted room can be restored.
pub const TAKE_BACK: Duration = Duration::from_mins(TAKE_BACK_MINUTES);

/// How much longer the data of the room are kept: a restoration that has just begun, or another node's clock,
/// may be late, and must not find a partial room.
const MARGIN: Duration = Duration::from_hours(1);

/// How long the links of a deleted room say that it was deleted.
const TOMBSTONE: Duration = Duration::from_hours(365 * 24);

/// The number of numbers of a room.
const CODE_AND_PIN: u64 = 2;

/// Why a room is not restored.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// It was deleted too long ago.
    #[error("the deletion is too old")]
    TooLate,
    /// The person has the maximum number of rooms by now.
    #[error("the limit of rooms is reached")]
    Limit,
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

fn event(action: AuditAction, owner: Uuid, room: Uuid) -> NewEvent<'static> {
    NewEvent {
        action,
        account: Some(owner),
        room: Some(room),
        detail: None,
    }
}

/// Deletes a room if it is not deleted and `condition` holds, retires its numbers and records the event; returns whether
/// it did.
pub(in crate::storage) async fn delete_if(
    write: &Write,
    room_id: Uuid,
    condition: Condition,
    event: NewEvent<'_>,
    now: Moment,
) -> Result<bool, DbErr> {
    let deleted = room::Entity::update_many()
        .col_expr(room::Column::DeletedAt, Expr::value(now.0))
        .filter(room::Column::Id.eq(room_id))
        .filter(room::Column::DeletedAt.is_null())
        .filter(condition)
        .exec(&**write)
        .await?;
    if deleted.rows_affected == 0 {
        return Ok(false);
    }
    number::Entity::update_many()
        .col_expr(number::Column::RetiredAt, Expr::value(now.0))
        .col_expr(number::Column::RetiredWithRoom, Expr::value(true))
        .filter(number::Column::RoomId.eq(room_id))
        .filter(number::Column::RetiredAt.is_null())
        .exec(&**write)
        .await?;
    audit::record(&**write, event, now).await?;
    Ok(true)
}

impl Store {
    /// Deletes a room of `owner_id` and retires its numbers; returns whether it did. It does nothing if the room
    /// is already deleted, or has another owner by now.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_room(
        &self,
        owner_id: Uuid,
        room_id: Uuid,
        now: Moment,
    ) -> Result<bool, DbErr> {
        let write = self.begin_write().await?;
        let owned = Condition::all().add(room::Column::OwnerId.eq(owner_id));
        let event = event(AuditAction::RoomDeleted, owner_id, room_id);
        let is_deleted = delete_if(&write, room_id, owned, event, now).await?;
        write.commit().await?;
        Ok(is_deleted)
    }

    /// Restores a deleted room with its links and numbers; does nothing if it is not deleted. The caller has
    /// checked that `owner_id` owns it; the owner of a deleted room stays its owner.
    ///
    /// # Errors
    ///
    /// [`RestoreError`] when it is too late, or there are already `limit` rooms.
    pub async fn restore_room(
        &self,
        owner_id: Uuid,
        room: &Room,
        limit: u64,
        now: Moment,
    ) -> Result<(), RestoreError> {
        let write = self.begin_write().await?;
        lock_owner(&write, owner_id).await?;
        let stands = room::Entity::find_by_id(room.id).one(&*write).await?;
        let Some(deleted_at) = stands.and_then(|row| row.deleted_at) else {
            return Ok(());
        };
        if deleted_at <= now.minus(TAKE_BACK) {
            return Err(RestoreError::TooLate);
        }
        if count_of(&write, owner_id).await? >= limit {
            return Err(RestoreError::Limit);
        }
        used(room::Entity::update_many(), now)
            .col_expr(room::Column::DeletedAt, Expr::value(None::<i64>))
            .filter(room::Column::Id.eq(room.id))
            .exec(&*write)
            .await?;
        // Only numbers retired with the room; one that was renewed before stays retired.
        let went = number::Entity::update_many()
            .col_expr(number::Column::RetiredAt, Expr::value(None::<i64>))
            .col_expr(number::Column::RetiredWithRoom, Expr::value(false))
            .filter(number::Column::RoomId.eq(room.id))
            .filter(number::Column::RetiredAt.eq(deleted_at));
        let restored = went
            .clone()
            .filter(number::Column::RetiredWithRoom.eq(true))
            .exec(&*write)
            .await?;
        if restored.rows_affected < CODE_AND_PIN {
            // A node of the previous release has deleted the room without marking the numbers.
            went.exec(&*write).await?;
        }
        let event = event(AuditAction::RoomRestored, owner_id, room.id);
        audit::record(&*write, event, now).await?;
        write.commit().await?;
        Ok(())
    }

    /// Deletes what a tombstone does not need, some time after the room can no longer be restored: name,
    /// options, request data, stars, delegates, meetings and what is known of recordings; and the tombstone after a year.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_deleted_rooms(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        let for_good = room::Column::DeletedAt.lte(now.minus(TAKE_BACK + MARGIN));
        let rooms = Query::select()
            .column(room::Column::Id)
            .from(room::Entity)
            .and_where(for_good.clone())
            // The others were emptied before.
            .and_where(room::Column::Name.ne(""))
            .to_owned();
        favourite::Entity::delete_many()
            .filter(favourite::Column::RoomId.in_subquery(rooms.clone()))
            .exec(&self.db)
            .await?;
        ready_recording::Entity::delete_many()
            .filter(ready_recording::Column::RoomId.in_subquery(rooms.clone()))
            .exec(&self.db)
            .await?;
        recordings_seen::Entity::delete_many()
            .filter(recordings_seen::Column::RoomId.in_subquery(rooms.clone()))
            .exec(&self.db)
            .await?;
        room_meeting::Entity::delete_many()
            .filter(room_meeting::Column::RoomId.in_subquery(rooms.clone()))
            .exec(&self.db)
            .await?;
        delegation::Entity::delete_many()
            .filter(delegation::Column::RoomId.in_subquery(rooms))
            .exec(&self.db)
            .await?;
        room::Entity::update_many()
            .col_expr(room::Column::Name, Expr::value(""))
            .col_expr(room::Column::Options, Expr::value("{}"))
            .col_expr(room::Column::CreationDigest, Expr::value(None::<String>))
            .filter(for_good)
            .filter(room::Column::Name.ne(""))
            .exec(&self.db)
            .await?;
        room::Entity::delete_many()
            .filter(room::Column::DeletedAt.lte(now.minus(TOMBSTONE)))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
