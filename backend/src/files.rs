//! Files of rooms: their uploads part by part, their contents, and the signed addresses at which conference servers
//! fetch them.
//!
//! Each part of an upload is an object of its own in the store, and the database says of which parts a file consists:
//! so a part is acknowledged once its object is durable and its row committed, and nothing has to be put together, in a
//! local folder and with the API of S3 alike.

mod address;
mod changes;
mod content_type;
mod objects;
mod orphans;
mod uploads;

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use sea_orm::DbErr;
use tokio::sync::{Mutex, Semaphore};
use tokio::time::Instant;
use uuid::Uuid;

use crate::clock::{Clock, Moment};
use crate::config::{FilesSettings, FilesStore};
use crate::keys::Keys;
use crate::random::Random;
use crate::storage::Store;
use crate::storage::files::StoredFile;

pub(crate) use objects::ObjectError;
pub use objects::ObjectsError;

use objects::Objects;

/// How many contents are checked at a time: each is in memory as a whole.
const CHECKS_AT_ONCE: usize = 2;

/// For how long a run of the housekeeping removes files.
const LONGEST_REMOVAL: Duration = Duration::from_mins(1);

/// The path below which conference servers fetch files.
pub(crate) const PUBLIC_FILES: &str = "/api/v1/files";

/// The files of rooms.
pub(crate) struct Files {
    /// The maximum size of a file in bytes.
    pub max_bytes: u64,
    /// The maximum number of files of a room.
    pub room_limit: u64,
    store: Store,
    objects: Objects,
    keys: Keys,
    clock: Clock,
    random: Random,
    checks: Arc<Semaphore>,
    /// The last file whose objects were compared with its parts, and when it was completed.
    last_compared: Mutex<Option<(Moment, Uuid)>>,
}

/// An error about a file.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FileError {
    /// The person has no access to the room, or no longer, or it is deleted.
    #[error("the room is not the person's")]
    NoAccess,
    /// There is no such file.
    #[error("there is no such file")]
    NotFound,
    /// The upload has received this number of bytes, and the part does not begin there.
    #[error("the upload is at another place")]
    Offset(u64),
    /// The room has the maximum number of files.
    #[error("the limit of files is reached")]
    Limit(u64),
    /// The file is larger than this number of bytes.
    #[error("the file is too large")]
    TooLarge(u64),
    /// The content is not of the type that the name says.
    #[error("the content is of another type")]
    TypeRefused,
    /// The idempotency key belongs to another upload.
    #[error("the idempotency key belongs to another upload")]
    OtherUpload,
    /// There is no signing key.
    #[error("there is no key to sign with")]
    NoKey,
    /// The object store fails.
    #[error(transparent)]
    Object(#[from] ObjectError),
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes, reads and deletes an object.
///
/// # Errors
///
/// When the store cannot be opened, or does not keep what it takes.
pub(crate) async fn check(settings: &FilesStore) -> Result<(), CheckError> {
    let objects = Objects::open(settings)?;
    let content = Bytes::from_static(b"parvis");
    let [file, object] = [Uuid::nil(), Uuid::nil()];
    objects.put(file, object, content.clone()).await?;
    let read = objects.get(file, object).await;
    objects.delete(file, object).await?;
    if read? == content {
        Ok(())
    } else {
        Err(CheckError::Changed)
    }
}

/// Why the store of files cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CheckError {
    /// It cannot be opened.
    #[error(transparent)]
    Open(#[from] ObjectsError),
    /// It fails.
    #[error(transparent)]
    Object(#[from] ObjectError),
    /// An object is read otherwise than it was written.
    #[error("what is read is not what was written")]
    Changed,
}

impl Files {
    /// Opens the object store.
    ///
    /// # Errors
    ///
    /// When the folder cannot be created, or the settings are unusable.
    pub(crate) fn open(
        settings: &FilesSettings,
        store: Store,
        keys: Keys,
        clock: Clock,
        random: Random,
    ) -> Result<Self, ObjectsError> {
        Ok(Self {
            max_bytes: settings.max_bytes,
            room_limit: settings.max_files,
            objects: Objects::open(&settings.store)?,
            store,
            keys,
            clock,
            random,
            checks: Arc::new(Semaphore::new(CHECKS_AT_ONCE)),
            last_compared: Mutex::default(),
        })
    }

    /// The content of a file, part by part.
    pub(crate) async fn content(
        self: Arc<Self>,
        file: &StoredFile,
    ) -> Result<impl Stream<Item = Result<Bytes, ObjectError>> + use<>, FileError> {
        let id = file.id;
        let parts = self.store.file_parts(id).await?;
        Ok(stream::iter(parts).then(move |part| {
            let files = Arc::clone(&self);
            async move { files.objects.get(id, part.object).await }
        }))
    }

    /// A complete file that a conference server asks for by its signed address.
    pub(crate) async fn by_address(&self, token: &str) -> Result<StoredFile, FileError> {
        let id = address::read(&self.keys, token, self.clock.now()).ok_or(FileError::NotFound)?;
        let file = self.store.complete_file(id).await?;
        file.ok_or(FileError::NotFound)
    }

    /// The path at which a conference server can fetch a file for an hour.
    pub(crate) fn address(&self, id: Uuid) -> Result<String, FileError> {
        let token = address::issue(&self.keys, id, self.clock.now()).ok_or(FileError::NoKey)?;
        Ok(format!("{PUBLIC_FILES}/{token}"))
    }

    /// Deletes the contents of all files that are to be removed, and forgets them, for a minute at most. What fails
    /// keeps no other from being removed, and is tried again with the next run, as is what the minute was too short
    /// for.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn remove_due(&self) -> Result<(), DbErr> {
        let end = Instant::now() + LONGEST_REMOVAL;
        let now = self.clock.now();
        self.store.delete_expired_uploads(now).await?;
        let mut last = None;
        loop {
            let due = self.store.files_to_remove(now, last).await?;
            if due.is_empty() {
                return Ok(());
            }
            last = due.last().copied();
            for id in due {
                if Instant::now() >= end {
                    tracing::warn!("some files will be removed with the next run");
                    return Ok(());
                }
                match self.objects.delete_all(id).await {
                    Ok(()) => self.store.file_removed(id).await?,
                    Err(error) => tracing::warn!(%error, "a file is not removed yet"),
                }
            }
        }
    }
}
