//! Uploads, part by part. Of each part the object is written first, then the row: whoever finds the row finds the
//! object. An object without a row goes after a day (`orphans`), or with its file.

use std::sync::Arc;

use bytes::Bytes;
use parvis_contract::file::{FileName, FileType};
use sha2::{Digest as _, Sha256};
use tokio::sync::OwnedSemaphorePermit;
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
            limit: self.room_limit,
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
        if end == file.size && !self.has_right_type(&file, &content).await? {
            return Err(self.refuse_type(editor, &file).await);
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
    async fn has_right_type(&self, file: &StoredFile, last: &Bytes) -> Result<bool, FileError> {
        if content_type::is_told_by_first_bytes(file.kind) {
            let first = self.read(file, last, content_type::FIRST_BYTES).await?;
            return Ok(content_type::is_of_type(first, file.kind));
        }
        // The semaphore is never closed.
        let permit = Arc::clone(&self.checks).acquire_owned().await.ok();
        let content = self.read(file, last, usize::MAX).await?;
        Ok(is_of_type(content, file.kind, permit).await)
    }

    /// The content of an upload, with its last part, but no more than about `most` bytes. Fails if the upload has
    /// received other parts since `file` was read.
    async fn read(
        &self,
        file: &StoredFile,
        last: &Bytes,
        most: usize,
    ) -> Result<Vec<u8>, FileError> {
        let parts = self.store.file_parts(file.id).await?;
        if parts.iter().map(|part| part.length).sum::<u64>() != file.received {
            let now = self.store.file(file.room_id, file.id).await?;
            return Err(now.map_or(FileError::NotFound, |now| FileError::Offset(now.received)));
        }
        let mut content = Vec::new();
        for part in parts {
            if content.len() >= most {
                return Ok(content);
            }
            content.extend_from_slice(&self.objects.get(file.id, part.object).await?);
        }
        content.extend_from_slice(last);
        Ok(content)
    }

    /// Deletes an upload whose content is of another type, unless it has received other parts since `file` was read.
    async fn refuse_type(&self, editor: Editor, file: &StoredFile) -> FileError {
        let now = self.clock.now();
        let refused = self
            .store
            .refuse_upload(editor, file.id, file.received, now)
            .await;
        match refused {
            // A repetition of the part may have been refused before.
            Ok(()) | Err(FileChangeError::NotFound) => FileError::TypeRefused,
            Err(error) => self.refused(error),
        }
    }

    pub(super) fn refused(&self, error: FileChangeError) -> FileError {
        match error {
            FileChangeError::NoAccess => FileError::NoAccess,
            FileChangeError::NotFound => FileError::NotFound,
            FileChangeError::Offset(received) => FileError::Offset(received),
            FileChangeError::Limit => FileError::Limit(self.room_limit),
            FileChangeError::OtherUpload => FileError::OtherUpload,
            FileChangeError::Db(error) => FileError::Db(error),
        }
    }
}

/// A damaged container may make its parser panic: then it is of no type. The permit is kept as long as the check and
/// its content last, which do not end when nobody waits for the result any more.
async fn is_of_type(
    content: Vec<u8>,
    kind: FileType,
    permit: Option<OwnedSemaphorePermit>,
) -> bool {
    let judged = tokio::task::spawn_blocking(move || {
        let _permit = permit;
        content_type::is_of_type(content, kind)
    });
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
