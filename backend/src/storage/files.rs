//! Files of rooms. Their contents are in the object store; the rows say of which parts each consists.
//!
//! A change checks in its transaction that the person still has access to the room, under the lock of the room's row,
//! which also serializes the changes of one room's files.

mod changes;
mod removal;
mod uploads;

use parvis_contract::file::FileType;
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
};
use uuid::Uuid;

use super::entity::{room, room_file, room_file_part};
use super::rooms::{TAKE_BACK, has_access};
use super::{Store, Write};
use crate::clock::Moment;

pub use changes::FileChange;
pub use removal::CompleteFile;
pub use uploads::{NewUpload, Part};

/// A file of a room, or an upload that is not complete.
// No `Debug`: names must not be logged.
#[derive(Clone)]
pub struct StoredFile {
    /// The identifier, under which the store has its parts.
    pub id: Uuid,
    /// The room.
    pub room_id: Uuid,
    /// The name, with its extension.
    pub name: String,
    /// The type.
    pub kind: FileType,
    /// The size in bytes.
    pub size: u64,
    /// The bytes received so far.
    pub received: u64,
    /// The order in the room.
    pub position: u64,
    /// Whether the meeting shows it first.
    pub is_first: bool,
    /// Whether participants may download it.
    pub is_downloadable: bool,
    /// When its upload was begun.
    pub created_at: Moment,
    /// Whether its upload is complete.
    pub is_complete: bool,
    /// When it was deleted.
    pub deleted_at: Option<Moment>,
}

/// Who changes which room's files.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The person's account.
    pub account_id: Uuid,
    /// The room.
    pub room_id: Uuid,
}

/// Why a file is not changed.
#[derive(Debug, thiserror::Error)]
pub enum FileChangeError {
    /// The person has no access to the room, or no longer, or it is deleted.
    #[error("the room is not the person's")]
    NoAccess,
    /// The room has no such file, or it is deleted.
    #[error("there is no such file")]
    NotFound,
    /// The upload has received another number of bytes.
    #[error("the upload is at another place")]
    Offset(u64),
    /// The room has the maximum number of files.
    #[error("the limit of files is reached")]
    Limit,
    /// The identifier of the upload belongs to another one.
    #[error("the identifier belongs to another upload")]
    OtherUpload,
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Store {
    /// The files of a room in their order, with uploads that are not complete, and those whose deletion can be undone.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn files(&self, room_id: Uuid, now: Moment) -> Result<Vec<StoredFile>, DbErr> {
        let rows = in_order(room_file::Entity::find())
            .filter(room_file::Column::RoomId.eq(room_id))
            .filter(
                room_file::Column::DeletedAt
                    .is_null()
                    .or(room_file::Column::DeletedAt.gt(now.minus(TAKE_BACK))),
            )
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().filter_map(to_file).collect())
    }

    /// A file of a room that is not deleted, complete or not.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn file(&self, room_id: Uuid, id: Uuid) -> Result<Option<StoredFile>, DbErr> {
        let row = room_file::Entity::find_by_id(id)
            .filter(room_file::Column::RoomId.eq(room_id))
            .filter(room_file::Column::DeletedAt.is_null())
            .one(&self.db)
            .await?;
        Ok(row.and_then(to_file))
    }

    /// A complete file of a room, if neither is deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn complete_file(&self, id: Uuid) -> Result<Option<StoredFile>, DbErr> {
        let row = room_file::Entity::find_by_id(id)
            .filter(room_file::Column::CompletedAt.is_not_null())
            .filter(room_file::Column::DeletedAt.is_null())
            .one(&self.db)
            .await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let rooms = room::Entity::find_by_id(row.room_id)
            .filter(room::Column::DeletedAt.is_null())
            .count(&self.db)
            .await?;
        Ok(to_file(row).filter(|_| rooms == 1))
    }

    /// The parts of a file, in their order.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn file_parts(&self, id: Uuid) -> Result<Vec<Part>, DbErr> {
        let rows = room_file_part::Entity::find()
            .filter(room_file_part::Column::FileId.eq(id))
            .order_by_asc(room_file_part::Column::Start)
            .all(&self.db)
            .await?;
        let to_part = |row: room_file_part::Model| Part {
            object: row.object,
            start: row.start.unsigned_abs(),
            length: row.length.unsigned_abs(),
        };
        Ok(rows.into_iter().map(to_part).collect())
    }
}

fn in_order(files: Select<room_file::Entity>) -> Select<room_file::Entity> {
    files
        .order_by_asc(room_file::Column::Position)
        .order_by_asc(room_file::Column::CreatedAt)
        .order_by_asc(room_file::Column::Id)
}

/// A row as a file; one of a type that only a newer version knows is left out.
fn to_file(row: room_file::Model) -> Option<StoredFile> {
    let kind = FileType::ALL
        .iter()
        .find(|kind| kind.extension() == row.kind)?;
    Some(StoredFile {
        id: row.id,
        room_id: row.room_id,
        name: row.name,
        kind: *kind,
        size: row.size.unsigned_abs(),
        received: row.received.unsigned_abs(),
        position: row.position.unsigned_abs(),
        is_first: row.is_first,
        is_downloadable: row.is_downloadable,
        created_at: row.created_at,
        is_complete: row.completed_at.is_some(),
        deleted_at: row.deleted_at,
    })
}

/// Locks the row of the room, and checks that the person has access to it.
async fn lock_room(write: &Write, editor: Editor) -> Result<(), FileChangeError> {
    room::Entity::find_by_id(editor.room_id)
        .lock_exclusive()
        .one(&**write)
        .await?;
    // Another statement, so that PostgreSQL sees what was committed before the lock was free.
    let accessible = room::Entity::find_by_id(editor.room_id)
        .filter(room::Column::DeletedAt.is_null())
        .filter(room::Column::TemporaryUntil.is_null())
        .filter(has_access(editor.account_id))
        .count(&**write)
        .await?;
    if accessible == 1 {
        Ok(())
    } else {
        Err(FileChangeError::NoAccess)
    }
}

/// The row of a file of the room that is not deleted.
async fn found(
    write: &Write,
    editor: Editor,
    id: Uuid,
) -> Result<room_file::Model, FileChangeError> {
    room_file::Entity::find_by_id(id)
        .filter(room_file::Column::RoomId.eq(editor.room_id))
        .filter(room_file::Column::DeletedAt.is_null())
        .one(&**write)
        .await?
        .ok_or(FileChangeError::NotFound)
}

/// Fails if the room has `limit` files, with uploads that are not complete.
async fn check_limit(write: &Write, room_id: Uuid, limit: u64) -> Result<(), FileChangeError> {
    let count = room_file::Entity::find()
        .filter(room_file::Column::RoomId.eq(room_id))
        .filter(room_file::Column::DeletedAt.is_null())
        .count(&**write)
        .await?;
    if count < limit {
        Ok(())
    } else {
        Err(FileChangeError::Limit)
    }
}

/// Fails if the room has twice `limit` files, with the deleted ones whose contents are still there: so whoever deletes
/// and sends again and again does not fill the store.
async fn check_total(write: &Write, room_id: Uuid, limit: u64) -> Result<(), FileChangeError> {
    let count = room_file::Entity::find()
        .filter(room_file::Column::RoomId.eq(room_id))
        .count(&**write)
        .await?;
    if count < limit.saturating_mul(2) {
        Ok(())
    } else {
        Err(FileChangeError::Limit)
    }
}
