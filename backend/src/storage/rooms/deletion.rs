//! Deleting rooms, taking a deletion back, and forgetting what was deleted.
//!
//! A deleted room leaves a tombstone, so that its links can say what became of it. Its numbers are
//! retired with it, and come back with it.

use std::time::Duration;

use parvis_contract::room::TAKE_BACK_MINUTES;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{Room, count_of, lock_owner};
use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::entity::{favourite, number, room};

/// For how long a deletion can be taken back.
pub const TAKE_BACK: Duration = Duration::from_mins(TAKE_BACK_MINUTES);

/// For how much longer what the room was is kept: a restoration that has just begun, or the clock of
/// another node, may be that late, and never finds half of a room.
const MARGIN: Duration = Duration::from_hours(1);

/// For how long the links of a deleted room say that it was deleted.
const TOMBSTONE: Duration = Duration::from_hours(365 * 24);

/// How many numbers a room has.
const CODE_AND_PIN: u64 = 2;

/// Why a deletion is not taken back.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// It was too long ago.
    #[error("the deletion is too old")]
    TooLate,
    /// The person has as many rooms as allowed by now.
    #[error("the limit of rooms is reached")]
    Limit,
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Store {
    /// Deletes a room and retires its numbers; one that is deleted already stays as it is. The
    /// caller has checked that the room is the person's.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_room(&self, room_id: Uuid, now: Moment) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        let deleted = room::Entity::update_many()
            .col_expr(room::Column::DeletedAt, Expr::value(now.0))
            .filter(room::Column::Id.eq(room_id))
            .filter(room::Column::DeletedAt.is_null())
            .exec(&*write)
            .await?;
        if deleted.rows_affected == 1 {
            number::Entity::update_many()
                .col_expr(number::Column::RetiredAt, Expr::value(now.0))
                .col_expr(number::Column::RetiredWithRoom, Expr::value(true))
                .filter(number::Column::RoomId.eq(room_id))
                .filter(number::Column::RetiredAt.is_null())
                .exec(&*write)
                .await?;
        }
        write.commit().await
    }

    /// Takes a deletion back: the room is as it was, its links and numbers included. One that is
    /// not deleted stays as it is. The caller has checked that the room is `owner_id`'s.
    ///
    /// # Errors
    ///
    /// [`RestoreError`] when it is too late, or `limit` rooms are there already.
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
        room::Entity::update_many()
            .col_expr(room::Column::DeletedAt, Expr::value(None::<i64>))
            .filter(room::Column::Id.eq(room.id))
            .exec(&*write)
            .await?;
        // Those that went with the room; one that was renewed before stays retired.
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
            // A node of the release before this one has deleted the room: it does not say which went.
            went.exec(&*write).await?;
        }
        write.commit().await?;
        Ok(())
    }

    /// Forgets what a tombstone does not need once its deletion has been for good for a while: the
    /// room's name, its options, what it was asked for with, and its stars; and the tombstone itself
    /// after a year.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_deleted_rooms(&self, now: Moment) -> Result<(), DbErr> {
        let _turn = self.turn().await?;
        let for_good = room::Column::DeletedAt.lte(now.minus(TAKE_BACK + MARGIN));
        favourite::Entity::delete_many()
            .filter(
                favourite::Column::RoomId.in_subquery(
                    Query::select()
                        .column(room::Column::Id)
                        .from(room::Entity)
                        .and_where(for_good.clone())
                        .to_owned(),
                ),
            )
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
