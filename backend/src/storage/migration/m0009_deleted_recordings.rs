//! Recordings that their owner has deleted, until the conference server has deleted them too.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, string_len, uuid};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0009_deleted_recordings"
    }
}

#[derive(Iden)]
enum DeletedRecordings {
    Table,
    Id,
    RoomId,
    DeletedAt,
    RemovedAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table(DeletedRecordings::Table)
            .col(string_len(DeletedRecordings::Id, 255).primary_key())
            .col(uuid(DeletedRecordings::RoomId))
            .col(big_integer(DeletedRecordings::DeletedAt))
            .col(big_integer_null(DeletedRecordings::RemovedAt))
            .take();
        manager.create_table(table).await?;
        let by_room = Index::create()
            .name("deleted_recordings_by_room")
            .table(DeletedRecordings::Table)
            .col(DeletedRecordings::RoomId)
            .take();
        manager.create_index(by_room).await
    }
}
