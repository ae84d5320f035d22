//! Which files are to be removed with their contents: deleted ones, those of deleted rooms, and uploads that were never
//! completed. And complete files, whose objects are compared with their parts.

use std::time::Duration;

use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait as _, Condition, DbErr, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::entity::{room, room_file};
use crate::storage::rooms::TAKE_BACK;

/// How much longer a deleted file is kept: a restoration that has just begun may be late. A part of a deleted upload
/// that is being written is long done then, so that none comes after the removal.
const MARGIN: Duration = Duration::from_mins(1);

/// How much longer the files of a deleted room are kept: as long as the rest of it.
const ROOM_MARGIN: Duration = Duration::from_hours(1);

/// How long an upload may take.
const LONGEST_UPLOAD: Duration = Duration::from_hours(24);

/// How many files are read at once.
const MOST_DUE: u64 = 100;

/// A complete file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompleteFile {
    /// The identifier.
    pub id: Uuid,
    /// The size in bytes.
    pub size: u64,
    /// When its last part was received.
    pub completed_at: Moment,
}

impl Store {
    /// The first files after `last`, in the order of their identifiers, whose contents are to be deleted from the
    /// store now. Uploads that were deleted wait as long as files do, though they cannot be restored: a part of theirs
    /// may still be being written.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn files_to_remove(
        &self,
        now: Moment,
        last: Option<Uuid>,
    ) -> Result<Vec<Uuid>, DbErr> {
        let deleted_rooms = Query::select()
            .column(room::Column::Id)
            .from(room::Entity)
            .and_where(room::Column::DeletedAt.lte(now.minus(TAKE_BACK + ROOM_MARGIN)))
            .take();
        let is_due = Condition::any()
            .add(room_file::Column::DeletedAt.lte(now.minus(TAKE_BACK + MARGIN)))
            .add(room_file::Column::RoomId.in_subquery(deleted_rooms));
        room_file::Entity::find()
            .select_only()
            .column(room_file::Column::Id)
            .filter(is_due)
            .apply_if(last, |files, last| {
                files.filter(room_file::Column::Id.gt(last))
            })
            .order_by_asc(room_file::Column::Id)
            .limit(MOST_DUE)
            .into_tuple()
            .all(&self.db)
            .await
    }

    /// The next files that were completed by `until`, at most a hundred, after `last` in the order of their completion;
    /// deleted ones as well.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn complete_files(
        &self,
        until: Moment,
        last: Option<(Moment, Uuid)>,
    ) -> Result<Vec<CompleteFile>, DbErr> {
        let is_after = |(moment, id): (Moment, Uuid)| {
            let at_once = room_file::Column::CompletedAt.eq(moment);
            let at_once = at_once.and(room_file::Column::Id.gt(id));
            room_file::Column::CompletedAt.gt(moment).or(at_once)
        };
        let rows: Vec<(Uuid, i64, Moment)> = room_file::Entity::find()
            .select_only()
            .columns([
                room_file::Column::Id,
                room_file::Column::Size,
                room_file::Column::CompletedAt,
            ])
            .filter(room_file::Column::CompletedAt.lte(until))
            .apply_if(last, |files, last| files.filter(is_after(last)))
            .order_by_asc(room_file::Column::CompletedAt)
            .order_by_asc(room_file::Column::Id)
            .limit(MOST_DUE)
            .into_tuple()
            .all(&self.db)
            .await?;
        let to_file = |(id, size, completed_at): (Uuid, i64, Moment)| CompleteFile {
            id,
            size: size.unsigned_abs(),
            completed_at,
        };
        Ok(rows.into_iter().map(to_file).collect())
    }

    /// Marks uploads that have taken too long as deleted: then no part is added while their contents are deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_expired_uploads(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        room_file::Entity::update_many()
            .col_expr(room_file::Column::DeletedAt, Expr::value(now.0))
            .filter(room_file::Column::CompletedAt.is_null())
            .filter(room_file::Column::DeletedAt.is_null())
            .filter(room_file::Column::CreatedAt.lte(now.minus(LONGEST_UPLOAD)))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Forgets a file whose contents are deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn file_removed(&self, id: Uuid) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        // Its parts go with it.
        room_file::Entity::delete_by_id(id).exec(&self.db).await?;
        Ok(())
    }
}
