//! Probing whether the database accepts writes.

use sea_orm::{ActiveValue::Set, DbErr, EntityTrait as _};
use uuid::Uuid;

use super::Store;
use super::entity::write_probe;

/// The size of a probe in bytes: about what creating a room writes, eight pages of SQLite.
const SIZE: usize = 32 * 1024;

impl Store {
    /// Writes as much as creating a room does, and deletes it. `id` must be unique to this probe.
    ///
    /// Both are committed: a transaction that is rolled back may never reach the disk, on SQLite and on
    /// PostgreSQL.
    ///
    /// # Errors
    ///
    /// When the database does not accept the write.
    pub async fn try_to_write(&self, id: Uuid) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        // Deletes what an interrupted process has left behind as well.
        write_probe::Entity::delete_many().exec(&*write).await?;
        let row = write_probe::ActiveModel {
            id: Set(id),
            content: Set("x".repeat(SIZE)),
        };
        write_probe::Entity::insert(row)
            .exec_without_returning(&*write)
            .await?;
        write.commit().await?;
        // Frees the pages for other writers.
        let _lock = self.write_lock().await?;
        write_probe::Entity::delete_by_id(id).exec(&self.db).await?;
        Ok(())
    }
}
