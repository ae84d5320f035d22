//! The object store: a local folder, or a bucket of a service with the API of S3. An object is named by identifiers
//! alone.

use std::collections::HashSet;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use bytes::Bytes;
use futures_util::TryStreamExt as _;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ClientOptions, ObjectStore as _, ObjectStoreExt as _, RetryConfig};
use uuid::Uuid;

use crate::config::FilesStore;

/// The timeout of a request to S3.
const TIMEOUT: Duration = Duration::from_secs(20);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

/// For how long a request to S3 is repeated.
const RETRY_TIMEOUT: Duration = Duration::from_secs(15);
const MOST_RETRIES: usize = 3;

/// Why the store cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum ObjectsError {
    /// The folder cannot be created.
    #[error("PARVIS_FILES_DIR: {0}")]
    Folder(#[source] io::Error),
    /// The settings are unusable.
    #[error("PARVIS_FILES_DIR or PARVIS_FILES_S3_URL: {0}")]
    Store(#[from] object_store::Error),
}

/// Why an object is not written, read or deleted.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ObjectError {
    /// There is no room left; nothing was written.
    #[error("the store of files is full")]
    Full(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Anything else; a retry may succeed.
    #[error("the store of files fails")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<object_store::Error> for ObjectError {
    fn from(error: object_store::Error) -> Self {
        if is_full(&error) {
            Self::Full(error.into())
        } else {
            Self::Failed(error.into())
        }
    }
}

impl From<io::Error> for ObjectError {
    fn from(error: io::Error) -> Self {
        if is_full(&error) {
            Self::Full(error.into())
        } else {
            Self::Failed(error.into())
        }
    }
}

/// The store.
pub(super) enum Objects {
    /// A local folder, with a folder for each file in it.
    Folder {
        store: LocalFileSystem,
        root: PathBuf,
    },
    /// A bucket.
    S3(Box<AmazonS3>),
}

impl Objects {
    /// Opens the store, and creates its folder.
    pub fn open(settings: &FilesStore) -> Result<Self, ObjectsError> {
        match settings {
            FilesStore::Folder(root) => {
                std::fs::create_dir_all(root).map_err(ObjectsError::Folder)?;
                let root = root.canonicalize().map_err(ObjectsError::Folder)?;
                let store = LocalFileSystem::new_with_prefix(&root)?
                    // The folder of a file goes with its last object.
                    .with_automatic_cleanup(true);
                Ok(Self::Folder { store, root })
            }
            FilesStore::S3 {
                url,
                bucket,
                region,
                access_key_id,
                secret,
            } => {
                let options = ClientOptions::new()
                    .with_timeout(TIMEOUT)
                    .with_connect_timeout(CONNECT_TIMEOUT);
                let retry = RetryConfig {
                    max_retries: MOST_RETRIES,
                    retry_timeout: RETRY_TIMEOUT,
                    ..RetryConfig::default()
                };
                let store = AmazonS3Builder::new()
                    .with_client_options(options)
                    .with_endpoint(url.as_str().trim_end_matches('/'))
                    .with_allow_http(url.scheme() == "http")
                    .with_bucket_name(bucket)
                    .with_region(region)
                    .with_access_key_id(access_key_id)
                    .with_secret_access_key(secret.reveal())
                    .with_retry(retry)
                    .build()?;
                Ok(Self::S3(Box::new(store)))
            }
        }
    }

    /// Writes an object of a file. Once it returns, the object survives a crash of the machine: S3 guarantees it, and
    /// a local file and its folders are synchronized with the disk.
    pub async fn put(&self, file: Uuid, object: Uuid, content: Bytes) -> Result<(), ObjectError> {
        let path = path(file, object);
        match self {
            Self::Folder { store, root } => {
                store.put(&path, content.into()).await?;
                let written = root.join(file.to_string()).join(object.to_string());
                let root = root.clone();
                blocking(move || synchronize(&written, &root)).await
            }
            Self::S3(store) => {
                store.put(&path, content.into()).await?;
                Ok(())
            }
        }
    }

    /// The content of an object.
    pub async fn get(&self, file: Uuid, object: Uuid) -> Result<Bytes, ObjectError> {
        let path = path(file, object);
        let found = match self {
            Self::Folder { store, .. } => store.get(&path).await?,
            Self::S3(store) => store.get(&path).await?,
        };
        Ok(found.bytes().await?)
    }

    /// Deletes an object of a file.
    pub async fn delete(&self, file: Uuid, object: Uuid) -> Result<(), ObjectError> {
        let path = path(file, object);
        match self {
            Self::Folder { store, .. } => store.delete(&path).await?,
            Self::S3(store) => store.delete(&path).await?,
        }
        Ok(())
    }

    /// Deletes all objects of a file, those of parts that were never acknowledged as well.
    pub async fn delete_all(&self, file: Uuid) -> Result<(), ObjectError> {
        match self {
            // With what an interrupted write has left, which the store does not list.
            Self::Folder { root, .. } => {
                let folder = root.join(file.to_string());
                blocking(move || match std::fs::remove_dir_all(folder) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                    _ => Ok(()),
                })
                .await
            }
            Self::S3(store) => {
                let of_file = Path::from(file.to_string());
                let objects: Vec<_> = store.list(Some(&of_file)).try_collect().await?;
                for object in objects {
                    store.delete(&object.location).await?;
                }
                Ok(())
            }
        }
    }

    /// Deletes the objects of a file that are not named in `kept`; answers how many there were.
    pub async fn delete_all_but(
        &self,
        file: Uuid,
        kept: HashSet<String>,
    ) -> Result<usize, ObjectError> {
        match self {
            // With what an interrupted write has left, which the store does not list.
            Self::Folder { root, .. } => {
                let folder = root.join(file.to_string());
                blocking(move || remove_all_but(&folder, &kept)).await
            }
            Self::S3(store) => {
                let of_file = Path::from(file.to_string());
                let objects: Vec<_> = store.list(Some(&of_file)).try_collect().await?;
                let mut deleted = 0;
                for object in objects {
                    let name = object.location.filename().unwrap_or_default();
                    if !kept.contains(name) {
                        store.delete(&object.location).await?;
                        deleted += 1;
                    }
                }
                Ok(deleted)
            }
        }
    }
}

fn path(file: Uuid, object: Uuid) -> Path {
    Path::from_iter([file.to_string(), object.to_string()])
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, ObjectError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => Ok(done?),
        Err(error) => Err(ObjectError::Failed(error.into())),
    }
}

/// Removes the files of a folder that are not named in `kept`; answers how many there were.
fn remove_all_but(folder: &std::path::Path, kept: &HashSet<String>) -> io::Result<usize> {
    let mut removed = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| kept.contains(name)) {
            continue;
        }
        match std::fs::remove_file(entry.path()) {
            // Another node has done it.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            done => {
                done?;
                removed += 1;
            }
        }
    }
    Ok(removed)
}

/// Has the disk take a file, and the folders that name it.
fn synchronize(file: &std::path::Path, root: &std::path::Path) -> io::Result<()> {
    std::fs::File::open(file)?.sync_all()?;
    if cfg!(unix) {
        for folder in file.parent().into_iter().chain([root]) {
            std::fs::File::open(folder)?.sync_all()?;
        }
    }
    Ok(())
}

/// Whether an error says that there is no room left: of the disk, of a quota, of the largest file allowed, or of a
/// bucket (`MinIO` and Ceph have names of their own for it).
fn is_full(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<io::Error>() {
            let is_full = matches!(
                error.kind(),
                io::ErrorKind::StorageFull
                    | io::ErrorKind::QuotaExceeded
                    | io::ErrorKind::FileTooLarge
            );
            if is_full {
                return true;
            }
        }
        cause = error.source();
    }
    let text = error.to_string();
    ["XMinioStorageFull", "QuotaExceeded"]
        .iter()
        .any(|name| text.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn all_objects_of_a_file_are_deleted_and_those_of_others_stay() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("not there yet");
        let objects = Objects::open(&FilesStore::Folder(root.clone())).expect("a store");
        let [one, other] = [1, 2].map(Uuid::from_u128);
        for (file, object) in [(one, 1), (one, 2), (other, 1)] {
            let content = Bytes::from_static(b"content");
            let object = Uuid::from_u128(object);
            objects.put(file, object, content).await.expect("written");
        }
        objects.delete_all(one).await.expect("deleted");
        objects.delete_all(one).await.expect("deleted before");
        assert!(objects.get(one, Uuid::from_u128(1)).await.is_err());
        let left = objects.get(other, Uuid::from_u128(1)).await;
        assert_eq!(&left.expect("left")[..], b"content");
        assert_eq!(std::fs::read_dir(root).expect("the folder").count(), 1);
    }

    #[tokio::test]
    async fn the_folder_of_a_file_goes_with_its_last_object() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("files");
        let objects = Objects::open(&FilesStore::Folder(root.clone())).expect("a store");
        let [file, one, two] = [1, 2, 3].map(Uuid::from_u128);
        for object in [one, two] {
            let content = Bytes::from_static(b"content");
            objects.put(file, object, content).await.expect("written");
        }
        objects.delete(file, one).await.expect("deleted");
        objects.get(file, two).await.expect("left");
        objects.delete(file, two).await.expect("deleted");
        assert_eq!(std::fs::read_dir(root).expect("the folder").count(), 0);
    }

    #[tokio::test]
    async fn objects_that_are_not_kept_are_deleted_and_so_is_what_interrupted_writes_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("files");
        let objects = Objects::open(&FilesStore::Folder(root.clone())).expect("a store");
        let [file, other, kept, orphan] = [1, 2, 3, 4].map(Uuid::from_u128);
        for (file, object) in [(file, kept), (file, orphan), (other, orphan)] {
            let content = Bytes::from_static(b"content");
            objects.put(file, object, content).await.expect("written");
        }
        let interrupted = root.join(file.to_string()).join(format!("{kept}#1"));
        std::fs::write(interrupted, "cont").expect("written");
        for expected in [2, 0] {
            let names = HashSet::from([kept.to_string()]);
            let deleted = objects.delete_all_but(file, names).await;
            assert_eq!(deleted.expect("deleted"), expected);
        }
        objects.get(file, kept).await.expect("kept");
        objects.get(other, orphan).await.expect("of another file");
    }

    #[test]
    fn a_full_disk_is_told_from_other_failures() {
        for (kind, full) in [
            (io::ErrorKind::StorageFull, true),
            (io::ErrorKind::QuotaExceeded, true),
            (io::ErrorKind::FileTooLarge, true),
            (io::ErrorKind::PermissionDenied, false),
        ] {
            let error = object_store::Error::Generic {
                store: "test",
                source: io::Error::from(kind).into(),
            };
            assert_eq!(is_full(&error), full, "{kind}");
        }
    }
}
