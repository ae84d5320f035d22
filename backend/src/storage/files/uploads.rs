//! Uploads of files, part by part.

use parvis_contract::file::FileName;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use super::{
    Editor, FileChangeError, StoredFile, check_limit, check_total, found, lock_room, to_file,
};
use crate::clock::Moment;
use crate::storage::entity::{room_file, room_file_part};
use crate::storage::unused::mark_used;
use crate::storage::{Store, Write};

/// An upload to begin.
pub struct NewUpload<'a> {
    /// The identifier of the file.
    pub id: Uuid,
    /// The name.
    pub name: &'a FileName,
    /// The size in bytes.
    pub size: u64,
    /// The maximum number of files of a room.
    pub limit: u64,
}

/// A part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The object with its content.
    pub object: Uuid,
    /// The place of its first byte in the file.
    pub start: u64,
    /// The number of its bytes.
    pub length: u64,
}

impl Store {
    /// Begins an upload, which is the last file of the room; or finds the one that was begun by the same request.
    ///
    /// # Errors
    ///
    /// [`FileChangeError::NoAccess`], [`FileChangeError::Limit`] also when as many files again were deleted and their
    /// contents are still there, [`FileChangeError::OtherUpload`], or when the database fails.
    pub async fn begin_upload(
        &self,
        editor: Editor,
        new: &NewUpload<'_>,
        now: Moment,
    ) -> Result<StoredFile, FileChangeError> {
        let write = self.begin_write().await?;
        lock_room(&write, editor).await?;
        let before = room_file::Entity::find_by_id(new.id).one(&*write).await?;
        if let Some(row) = before {
            let is_same = row.room_id == editor.room_id
                && row.name == new.name.as_str()
                && row.size == signed(new.size)
                && row.deleted_at.is_none();
            let row = Some(row).filter(|_| is_same).and_then(to_file);
            return row.ok_or(FileChangeError::OtherUpload);
        }
        check_limit(&write, editor.room_id, new.limit).await?;
        check_total(&write, editor.room_id, new.limit).await?;
        let row = room_file::Model {
            id: new.id,
            room_id: editor.room_id,
            name: new.name.as_str().to_owned(),
            kind: new.name.kind().extension().to_owned(),
            size: signed(new.size),
            received: 0,
            position: last_position(&write, editor.room_id).await? + 1,
            is_first: false,
            is_downloadable: false,
            created_at: now,
            completed_at: None,
            deleted_at: None,
        };
        room_file::Entity::insert(room_file::ActiveModel::from(row.clone()))
            .exec_without_returning(&*write)
            .await?;
        mark_used(&*write, editor.room_id, now).await?;
        write.commit().await?;
        to_file(row).ok_or(FileChangeError::NotFound)
    }

    /// Adds a part, whose object is in the store, to the end of what an upload has received. The part that makes it
    /// as large as announced completes it. Of two parts at the same place, one is added.
    ///
    /// # Errors
    ///
    /// [`FileChangeError::Offset`] when the part does not begin where the upload ends, [`FileChangeError::NoAccess`],
    /// [`FileChangeError::NotFound`], or when the database fails. The part is not added then.
    pub async fn add_part(
        &self,
        editor: Editor,
        id: Uuid,
        part: Part,
        now: Moment,
    ) -> Result<StoredFile, FileChangeError> {
        let write = self.begin_write().await?;
        lock_room(&write, editor).await?;
        let mut row = found(&write, editor, id).await?;
        let received = row.received.unsigned_abs();
        let end = part.start.saturating_add(part.length);
        if received != part.start || end > row.size.unsigned_abs() {
            return Err(FileChangeError::Offset(received));
        }
        row.received = signed(end);
        row.completed_at = (row.received == row.size).then_some(now);
        let completed_at = row.completed_at.map(|at| at.0);
        let updated = room_file::Entity::update_many()
            .col_expr(room_file::Column::Received, Expr::value(row.received))
            .col_expr(room_file::Column::CompletedAt, Expr::value(completed_at))
            .filter(room_file::Column::Id.eq(id))
            // Uploads that take too long are deleted without the lock of the room.
            .filter(room_file::Column::DeletedAt.is_null())
            .exec(&*write)
            .await?;
        if updated.rows_affected == 0 {
            return Err(FileChangeError::NotFound);
        }
        let part = room_file_part::Model {
            file_id: id,
            start: signed(part.start),
            length: signed(part.length),
            object: part.object,
        };
        room_file_part::Entity::insert(room_file_part::ActiveModel::from(part))
            .exec_without_returning(&*write)
            .await?;
        if row.completed_at.is_some() {
            mark_used(&*write, editor.room_id, now).await?;
        }
        write.commit().await?;
        to_file(row).ok_or(FileChangeError::NotFound)
    }

    /// Deletes an upload whose content is refused, if it is not complete and has still received `received` bytes.
    ///
    /// # Errors
    ///
    /// [`FileChangeError::Offset`] when it has received more by now, [`FileChangeError::NoAccess`],
    /// [`FileChangeError::NotFound`], or when the database fails. It is not deleted then.
    pub async fn refuse_upload(
        &self,
        editor: Editor,
        id: Uuid,
        received: u64,
        now: Moment,
    ) -> Result<(), FileChangeError> {
        let write = self.begin_write().await?;
        lock_room(&write, editor).await?;
        let deleted = room_file::Entity::update_many()
            .col_expr(room_file::Column::DeletedAt, Expr::value(now.0))
            .filter(room_file::Column::Id.eq(id))
            .filter(room_file::Column::RoomId.eq(editor.room_id))
            .filter(room_file::Column::DeletedAt.is_null())
            .filter(room_file::Column::CompletedAt.is_null())
            .filter(room_file::Column::Received.eq(signed(received)))
            .exec(&*write)
            .await?;
        if deleted.rows_affected == 0 {
            let row = found(&write, editor, id).await?;
            return Err(FileChangeError::Offset(row.received.unsigned_abs()));
        }
        write.commit().await?;
        Ok(())
    }
}

/// The greatest position of a room's files; 0 if there is none.
async fn last_position(write: &Write, room_id: Uuid) -> Result<i64, FileChangeError> {
    let greatest: Option<Option<i64>> = room_file::Entity::find()
        .select_only()
        .expr(Expr::col(room_file::Column::Position).max())
        .filter(room_file::Column::RoomId.eq(room_id))
        .into_tuple()
        .one(&**write)
        .await?;
    Ok(greatest.flatten().unwrap_or_default())
}

/// A number of bytes as the database has it; sizes are bounded far below its maximum.
fn signed(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
