//! Listing and changing files.

use uuid::Uuid;

use super::{FileError, Files};
use crate::storage::files::{Editor, FileChange, StoredFile};

impl Files {
    /// The files of a room, with uploads and deleted ones.
    pub(crate) async fn of(&self, room_id: Uuid) -> Result<Vec<StoredFile>, FileError> {
        Ok(self.store.files(room_id, self.clock.now()).await?)
    }

    /// A file of a room, complete or not.
    pub(crate) async fn find(&self, room_id: Uuid, id: Uuid) -> Result<StoredFile, FileError> {
        let file = self.store.file(room_id, id).await?;
        file.ok_or(FileError::NotFound)
    }

    /// A complete file of a room.
    pub(crate) async fn find_complete(
        &self,
        room_id: Uuid,
        id: Uuid,
    ) -> Result<StoredFile, FileError> {
        let file = self.find(room_id, id).await?;
        Some(file)
            .filter(|file| file.is_complete)
            .ok_or(FileError::NotFound)
    }

    /// Changes a complete file.
    pub(crate) async fn change(
        &self,
        editor: Editor,
        id: Uuid,
        change: &FileChange<'_>,
    ) -> Result<(), FileError> {
        let now = self.clock.now();
        let changed = self.store.change_file(editor, id, change, now).await;
        changed.map_err(|error| self.refused(error))
    }

    /// Deletes a file; does nothing if it is already deleted.
    pub(crate) async fn delete(&self, editor: Editor, id: Uuid) -> Result<(), FileError> {
        let deleted = self.store.delete_file(editor, id, self.clock.now()).await;
        deleted.map_err(|error| self.refused(error))
    }

    /// Restores a deleted file; does nothing if it is not deleted.
    pub(crate) async fn restore(&self, editor: Editor, id: Uuid) -> Result<(), FileError> {
        let (limit, now) = (self.room_limit, self.clock.now());
        let restored = self.store.restore_file(editor, id, limit, now).await;
        restored.map_err(|error| self.refused(error))
    }
}
