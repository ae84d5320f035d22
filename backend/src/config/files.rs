//! The configuration of the files of rooms.

use std::path::PathBuf;

use url::Url;

use super::Secret;
use super::env::Env;

/// Where files are kept, and how many.
#[derive(Clone)]
pub struct FilesSettings {
    /// The object store.
    pub store: FilesStore,
    /// The maximum size of a file in bytes.
    pub max_bytes: u64,
    /// The maximum number of files of a room.
    pub max_files: u64,
}

/// An object store.
#[derive(Clone)]
pub enum FilesStore {
    /// A local folder.
    Folder(PathBuf),
    /// A bucket of a service with the API of S3.
    S3 {
        /// The address of the service, without the bucket.
        url: Url,
        /// The bucket.
        bucket: String,
        /// The region.
        region: String,
        /// The identifier of the access key.
        access_key_id: String,
        /// The secret of the access key.
        secret: Secret,
    },
}

const DIR: &str = "PARVIS_FILES_DIR";
const DIR_SHARED: &str = "PARVIS_FILES_DIR_SHARED";
const S3_URL: &str = "PARVIS_FILES_S3_URL";
const S3_BUCKET: &str = "PARVIS_FILES_S3_BUCKET";
const S3_ACCESS_KEY_ID: &str = "PARVIS_FILES_S3_ACCESS_KEY_ID";
const MEGABYTE: u64 = 1_000_000;

/// The settings; `None` if no store is named.
pub(super) fn settings(env: &mut Env<'_>) -> Option<FilesSettings> {
    let store = store(env);
    let max_bytes = MEGABYTE * env.bounded("PARVIS_FILES_MAX_MEGABYTES", 30, 1..=500);
    let max_files = env.bounded("PARVIS_FILES_PER_ROOM", 20, 1..=100);
    Some(FilesSettings {
        store: store?,
        max_bytes,
        max_files,
    })
}

/// Whether a store is named.
pub(super) fn are_kept(env: &Env<'_>) -> bool {
    env.optional(DIR).is_some() || env.optional(S3_URL).is_some()
}

fn store(env: &mut Env<'_>) -> Option<FilesStore> {
    let is_shared: bool = env.parse(DIR_SHARED, "false", "true or false");
    match (env.optional(DIR), env.optional(S3_URL)) {
        (None, None) => None,
        (Some(_), Some(_)) => {
            env.mistake(
                S3_URL,
                "nothing with PARVIS_FILES_DIR: files are kept in one place",
            );
            None
        }
        (Some(folder), None) => {
            let database = env.optional("PARVIS_DATABASE_URL").unwrap_or_default();
            // A database of its own process is the only one that cannot have several nodes.
            if !is_shared && database.starts_with("postgres") {
                env.mistake(
                    DIR_SHARED,
                    "true, once PARVIS_FILES_DIR is a folder that all nodes share: with PostgreSQL \
                     there may be several, and a file that one has received must be there for the \
                     others (or set PARVIS_FILES_S3_URL instead)",
                );
            }
            Some(FilesStore::Folder(folder.into()))
        }
        (None, Some(_)) => Some(FilesStore::S3 {
            url: env.server_url(S3_URL),
            bucket: env.required(S3_BUCKET, "the name of the bucket"),
            region: env
                .optional("PARVIS_FILES_S3_REGION")
                .unwrap_or_else(|| "us-east-1".to_owned()),
            access_key_id: env.required(S3_ACCESS_KEY_ID, "the identifier of the access key"),
            secret: env.secret_file("PARVIS_FILES_S3_SECRET_FILE"),
        }),
    }
}
