//! Changing files of rooms, deleting and restoring them.

use parvis_contract::file::FileName;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::{Editor, FileChangeError, check_limit, found, in_order, lock_room};
use crate::clock::Moment;
use crate::storage::entity::room_file;
use crate::storage::rooms::TAKE_BACK;
use crate::storage::unused::mark_used;
use crate::storage::{Store, Write};

/// A change of a file; what is `None` stays unchanged.
#[derive(Default)]
pub struct FileChange<'a> {
    /// The name.
    pub name: Option<&'a FileName>,
    /// Whether the meeting shows it first.
    pub is_first: Option<bool>,
    /// Whether participants may download it.
    pub is_downloadable: Option<bool>,
    /// The place among the complete files, from 0.
    pub position: Option<u64>,
}

impl Store {
    /// Changes a complete file.
    ///
    /// # Errors
    ///
    /// [`FileChangeError::NoAccess`], [`FileChangeError::NotFound`], or when the database fails.
    pub async fn change_file(
        &self,
        editor: Editor,
        id: Uuid,
        change: &FileChange<'_>,
        now: Moment,
    ) -> Result<(), FileChangeError> {
        let write = self.begin_write().await?;
        lock_room(&write, editor).await?;
        let row = found(&write, editor, id).await?;
        if row.completed_at.is_none() {
            return Err(FileChangeError::NotFound);
        }
        if change.is_first == Some(true) {
            room_file::Entity::update_many()
                .col_expr(room_file::Column::IsFirst, Expr::value(false))
                .filter(room_file::Column::RoomId.eq(editor.room_id))
                .exec(&*write)
                .await?;
        }
        let name = change.name.map_or(row.name.as_str(), FileName::as_str);
        let is_first = change.is_first.unwrap_or(row.is_first);
        let is_downloadable = change.is_downloadable.unwrap_or(row.is_downloadable);
        room_file::Entity::update_many()
            .col_expr(room_file::Column::Name, Expr::value(name))
            .col_expr(room_file::Column::IsFirst, Expr::value(is_first))
            .col_expr(
                room_file::Column::IsDownloadable,
                Expr::value(is_downloadable),
            )
            .filter(room_file::Column::Id.eq(id))
            .exec(&*write)
            .await?;
        if let Some(position) = change.position {
            move_file(&write, editor.room_id, id, position).await?;
        }
        mark_used(&*write, editor.room_id, now).await?;
        write.commit().await?;
        Ok(())
    }

    /// Deletes a file; a repetition keeps the first time. An upload that is not complete cannot be restored.
    ///
    /// # Errors
    ///
    /// [`FileChangeError::NoAccess`], [`FileChangeError::NotFound`], or when the database fails.
    pub async fn delete_file(
        &self,
        editor: Editor,
        id: Uuid,
        now: Moment,
    ) -> Result<(), FileChangeError> {
        let write = self.begin_write().await?;
        lock_room(&write, editor).await?;
        let row = room_file::Entity::find_by_id(id)
            .filter(room_file::Column::RoomId.eq(editor.room_id))
            .one(&*write)
            .await?;
        let row = row.ok_or(FileChangeError::NotFound)?;
        if row.deleted_at.is_none() {
            room_file::Entity::update_many()
                .col_expr(room_file::Column::DeletedAt, Expr::value(now.0))
                // Another may have become the first when it is restored.
                .col_expr(room_file::Column::IsFirst, Expr::value(false))
                .filter(room_file::Column::Id.eq(id))
                .exec(&*write)
                .await?;
            mark_used(&*write, editor.room_id, now).await?;
            write.commit().await?;
        }
        Ok(())
    }

    /// Restores a deleted file; does nothing if it is not deleted.
    ///
    /// # Errors
    ///
    /// [`FileChangeError::NotFound`] also when it is too late, [`FileChangeError::Limit`] when the room has `limit`
    /// files by now, [`FileChangeError::NoAccess`], or when the database fails.
    pub async fn restore_file(
        &self,
        editor: Editor,
        id: Uuid,
        limit: u64,
        now: Moment,
    ) -> Result<(), FileChangeError> {
        let write = self.begin_write().await?;
        lock_room(&write, editor).await?;
        let row = room_file::Entity::find_by_id(id)
            .filter(room_file::Column::RoomId.eq(editor.room_id))
            .filter(room_file::Column::CompletedAt.is_not_null())
            .one(&*write)
            .await?;
        let row = row.ok_or(FileChangeError::NotFound)?;
        let Some(deleted_at) = row.deleted_at else {
            return Ok(());
        };
        if deleted_at <= now.minus(TAKE_BACK) {
            return Err(FileChangeError::NotFound);
        }
        check_limit(&write, editor.room_id, limit).await?;
        room_file::Entity::update_many()
            .col_expr(room_file::Column::DeletedAt, Expr::value(None::<i64>))
            .filter(room_file::Column::Id.eq(id))
            .exec(&*write)
            .await?;
        mark_used(&*write, editor.room_id, now).await?;
        write.commit().await?;
        Ok(())
    }
}

/// Moves a file to a place among the complete files that are not deleted; the others keep their order, and deleted
/// ones stay after the file that they came after.
async fn move_file(
    write: &Write,
    room_id: Uuid,
    id: Uuid,
    position: u64,
) -> Result<(), FileChangeError> {
    let rows: Vec<(Uuid, Option<i64>, Option<i64>)> = in_order(room_file::Entity::find())
        .filter(room_file::Column::RoomId.eq(room_id))
        .select_only()
        .columns([
            room_file::Column::Id,
            room_file::Column::CompletedAt,
            room_file::Column::DeletedAt,
        ])
        .into_tuple()
        .all(&**write)
        .await?;
    let mut order: Vec<(Uuid, bool)> = rows
        .into_iter()
        .filter(|(other, ..)| *other != id)
        .map(|(other, completed_at, deleted_at)| {
            (other, completed_at.is_some() && deleted_at.is_none())
        })
        .collect();
    let is_shown = |(_, (_, is_shown)): &(usize, &(Uuid, bool))| *is_shown;
    let place = order
        .iter()
        .enumerate()
        .filter(is_shown)
        .nth(usize::try_from(position).unwrap_or(usize::MAX))
        .map_or(order.len(), |(place, _)| place);
    order.insert(place, (id, true));
    for (place, (id, _)) in (1_i64..).zip(order) {
        room_file::Entity::update_many()
            .col_expr(room_file::Column::Position, Expr::value(place))
            .filter(room_file::Column::Id.eq(id))
            .exec(&**write)
            .await?;
    }
    Ok(())
}
