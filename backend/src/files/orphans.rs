//! Objects that are of no part: a request that is cut off between writing an object and its row leaves one.
//!
//! A complete file gets no further part. So its objects are compared with its parts once, a day after it was completed,
//! and once more after each start of a node. Objects of an upload that is not completed go with it.
//!
//! Objects of files that the database does not know are left alone: with the address of another database in its
//! configuration, a node would delete everything.

use std::collections::HashSet;
use std::time::Duration;

use sea_orm::DbErr;
use tokio::time::Instant;

use super::Files;
use crate::storage::files::CompleteFile;

/// How long after a file was completed its objects are compared: no request that has begun before takes so long.
const SETTLED: Duration = Duration::from_hours(24);

/// For how long a run of the housekeeping compares.
const LONGEST_RUN: Duration = Duration::from_mins(1);

impl Files {
    /// Deletes the objects without a part of the next hundred files, for a minute at most. The others follow with the
    /// next runs; those of a file whose deletion fails, after the next start.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn remove_orphans(&self) -> Result<(), DbErr> {
        let end = Instant::now() + LONGEST_RUN;
        let until = self.clock.now().minus(SETTLED);
        let mut last = self.last_compared.lock().await;
        for file in self.store.complete_files(until, *last).await? {
            if Instant::now() >= end {
                return Ok(());
            }
            self.remove_orphans_of(&file).await?;
            *last = Some((file.completed_at, file.id));
        }
        Ok(())
    }

    async fn remove_orphans_of(&self, file: &CompleteFile) -> Result<(), DbErr> {
        let parts = self.store.file_parts(file.id).await?;
        // Otherwise it has been removed meanwhile, or what the database says is not what it should be.
        if parts.iter().map(|part| part.length).sum::<u64>() != file.size {
            return Ok(());
        }
        let of_parts: HashSet<_> = parts.iter().map(|part| part.object.to_string()).collect();
        match self.objects.delete_all_but(file.id, of_parts).await {
            Ok(0) => {}
            Ok(deleted) => tracing::info!(deleted, "objects that were of no part are deleted"),
            Err(error) => tracing::warn!(%error, "objects that are of no part stay"),
        }
        Ok(())
    }
}
