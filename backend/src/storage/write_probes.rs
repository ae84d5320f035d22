//! Trying whether the database takes a write.

use sea_orm::{ActiveValue::Set, DbErr, EntityTrait as _};
use uuid::Uuid;

use super::Store;
use super::entity::write_probe;

/// How much is written, in bytes: about what creating a room writes, eight pages of SQLite.
const SIZE: usize = 32 * 1024;

impl Store {
    /// Writes as much as creating a room does, and forgets it. `id` is any that no other try uses.
    ///
    /// Both are committed: on SQLite and on PostgreSQL, what is rolled back may never have been
    /// written to the disk, and proves nothing of it.
    ///
    /// # Errors
    ///
    /// When the database takes no write.
    pub async fn try_to_write(&self, id: Uuid) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        // A process that ended half-way has left its own.
        write_probe::Entity::delete_many().exec(&*write).await?;
        let row = write_probe::ActiveModel {
            id: Set(id),
            content: Set("x".repeat(SIZE)),
        };
        write_probe::Entity::insert(row)
            .exec_without_returning(&*write)
            .await?;
        write.commit().await?;
        // What it took is free again, for whoever needs it.
        let _turn = self.turn().await?;
        write_probe::Entity::delete_by_id(id).exec(&self.db).await?;
        Ok(())
    }
}
