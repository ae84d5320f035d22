//! Recordings that their owner has deleted: hidden at once, deleted on the conference server once the deletion can
//! no longer be undone.

use std::time::Duration;

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};
use sea_orm::{ExprTrait as _, QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

use super::Store;
use super::entity::deleted_recording::{ActiveModel, Column, Entity, Model};
use super::entity::ready_recording;
use super::rooms::TAKE_BACK;
use crate::clock::Moment;

/// How much longer a recording is kept: a restoration that has just begun may be late.
const MARGIN: Duration = Duration::from_mins(1);

/// How long a row is kept after its recording was deleted: a balancer may list it for a while.
const REMEMBERED: Duration = Duration::from_hours(24);

/// How many deletions are due at once.
const MOST_DUE: u64 = 100;

impl Store {
    /// Hides a recording of a room; a repetition keeps the first time.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_recording(
        &self,
        room_id: Uuid,
        id: &str,
        now: Moment,
    ) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        let row = ActiveModel {
            id: Set(id.to_owned()),
            room_id: Set(room_id),
            deleted_at: Set(now),
            removed_at: Set(None),
        };
        Entity::insert(row)
            .on_conflict(OnConflict::column(Column::Id).do_nothing().to_owned())
            .exec_without_returning(&self.db)
            .await?;
        Ok(())
    }

    /// Shows a deleted recording again; returns whether it was not too late. Succeeds if it is not deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn restore_recording(
        &self,
        room_id: Uuid,
        id: &str,
        now: Moment,
    ) -> Result<bool, DbErr> {
        let _lock = self.write_lock().await?;
        let of_it = Column::Id.eq(id).and(Column::RoomId.eq(room_id));
        Entity::delete_many()
            .filter(of_it.clone())
            .filter(Column::DeletedAt.gt(now.minus(TAKE_BACK)))
            .exec(&self.db)
            .await?;
        Ok(Entity::find().filter(of_it).one(&self.db).await?.is_none())
    }

    /// The deleted recordings of a room, by identifier, with the time of their deletion.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn deleted_recordings(&self, room_id: Uuid) -> Result<Vec<(String, Moment)>, DbErr> {
        let rows = Entity::find()
            .filter(Column::RoomId.eq(room_id))
            .all(&self.db)
            .await?;
        let deletion = |row: Model| (row.id, row.deleted_at);
        Ok(rows.into_iter().map(deletion).collect())
    }

    /// The recordings that the conference server has to delete now.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn recordings_to_remove(&self, now: Moment) -> Result<Vec<String>, DbErr> {
        Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::DeletedAt.lte(now.minus(TAKE_BACK + MARGIN)))
            .filter(Column::RemovedAt.is_null())
            .order_by_asc(Column::DeletedAt)
            .limit(MOST_DUE)
            .into_tuple()
            .all(&self.db)
            .await
    }

    /// Records that the conference server has deleted a recording.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn recording_removed(&self, id: &str, now: Moment) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        Entity::update_many()
            .col_expr(Column::RemovedAt, Expr::value(now.0))
            .filter(Column::Id.eq(id))
            .exec(&*write)
            .await?;
        ready_recording::Entity::delete_by_id(id)
            .exec(&*write)
            .await?;
        write.commit().await
    }

    /// Forgets recordings that the conference server has deleted long ago.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_removed_recordings(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        Entity::delete_many()
            .filter(Column::RemovedAt.lte(now.minus(REMEMBERED)))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
