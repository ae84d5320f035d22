//! Uploads, part by part. Of each part the object is written first, then the row: whoever finds the row finds the
//! object. An object without a row goes with its file.

use bytes::Bytes;
use parvis_contract::file::{FileName, FileType};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{FileError, Files, content_type};
use crate::storage::files::{Editor, FileChangeError, NewUpload, Part, StoredFile};

impl Files {
    /// Begins an upload. With the same `key` again, it is the upload that the first request has begun.
    pub(crate) async fn begin(
        &self,
        editor: Editor,
        name: &FileName,
        size: u64,
        key: Option<&str>,
    ) -> Result<StoredFile, FileError> {
        if size > self.max_bytes {
            return Err(FileError::TooLarge(self.max_bytes));
        }
        // An empty content is of no type.
        if size == 0 {
            return Err(FileError::TypeRefused);
        }
        let now = self.clock.now();
        let new = NewUpload {
            id: key.map_or_else(|| self.random.uuid(now), |key| id_of(editor, key)),
            name,
            size,
            limit: self.per_room,
        };
        let begun = self.store.begin_upload(editor, &new, now).await;
        begun.map_err(|error| self.refused(error))
    }

    /// Adds a part to an upload; the last one completes it, if the content is of the right type. A content of another
    /// type is deleted.
    pub(crate) async fn add_part(
        &self,
        editor: Editor,
        id: Uuid,
        offset: u64,
        content: Bytes,
    ) -> Result<StoredFile, FileError> {
        let file = self.store.file(editor.room_id, id).await?;
        let file = file.ok_or(FileError::NotFound)?;
        if file.received != offset || file.is_complete {
            return Err(FileError::Offset(file.received));
        }
        let length = content.len() as u64;
        let end = offset.saturating_add(length);
        if end > file.size {
            return Err(FileError::TooLarge(file.size));
        }
        if end == file.size && !self.has_right_type(&file, content.clone()).await? {
            self.store
                .delete_file(editor, id, self.clock.now())
                .await
                .map_err(|error| self.refused(error))?;
            // The next run of the housekeeping does it otherwise.
            if let Err(error) = self.remove_due().await {
                tracing::warn!(%error, "a refused upload is not removed yet");
            }
            return Err(FileError::TypeRefused);
        }
        let object = Uuid::from_bytes(self.random.bytes());
        self.objects.put(id, object, content).await?;
        let part = Part {
            object,
            start: offset,
            length,
        };
        let now = self.clock.now();
        match self.store.add_part(editor, id, part, now).await {
            Ok(file) => Ok(file),
            Err(error) => {
                // After a failure of the database, the part may have been added nevertheless.
                if !matches!(error, FileChangeError::Db(_))
                    && let Err(error) = self.objects.delete(id, object).await
                {
                    tracing::warn!(%error, "a part that was not added stays until its file goes");
                }
                Err(self.refused(error))
            }
        }
    }

    /// Whether the content of an upload, with its last part, is of the type that its name says.
    async fn has_right_type(&self, file: &StoredFile, last: Bytes) -> Result<bool, FileError> {
        // The semaphore is never closed; without a permit, the check goes on all the same.
        let _permit = self.checks.acquire().await;
        let mut content = Vec::new();
        for part in self.store.file_parts(file.id).await? {
            content.extend_from_slice(&self.objects.get(file.id, part.object).await?);
        }
        content.extend_from_slice(&last);
        let (kind, size) = (file.kind, file.size);
        Ok(content.len() as u64 == size && is_of_type(content, kind).await)
    }

    pub(super) fn refused(&self, error: FileChangeError) -> FileError {
        match error {
            FileChangeError::NoAccess => FileError::NoAccess,
            FileChangeError::NotFound => FileError::NotFound,
            FileChangeError::Offset(received) => FileError::Offset(received),
            FileChangeError::Limit => FileError::Limit(self.per_room),
            FileChangeError::OtherUpload => FileError::OtherUpload,
            FileChangeError::Db(error) => FileError::Db(error),
        }
    }
}

/// A damaged container may make its parser panic: then it is of no type.
async fn is_of_type(content: Vec<u8>, kind: FileType) -> bool {
    let judged = tokio::task::spawn_blocking(move || content_type::is_of_type(&content, kind));
    judged.await.unwrap_or_default()
}

/// The identifier of the upload that a person begins with an idempotency key.
fn id_of(editor: Editor, key: &str) -> Uuid {
    let digest = Sha256::new()
        .chain_update(editor.account_id.as_bytes())
        .chain_update(editor.room_id.as_bytes())
        .chain_update(key)
        .finalize();
    let bytes = std::array::from_fn(|index| digest[index]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
