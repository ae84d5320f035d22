//! Numbers retired with their room; digests of requests with an `Idempotency-Key`; and write probes.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, string_len_null, text, uuid};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_what_is_kept"
    }
}

#[derive(Iden)]
enum Numbers {
    Table,
    RetiredWithRoom,
}

#[derive(Iden)]
enum Rooms {
    Table,
    CreationDigest,
}

#[derive(Iden)]
enum WriteProbes {
    Table,
    Id,
    Content,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Rooms first, as in all code that writes to both tables: on PostgreSQL, nodes of the previous release
        // are running, and another order could deadlock.
        let digest = string_len_null(Rooms::CreationDigest, 43).take();
        let statement = Table::alter().table(Rooms::Table).add_column(digest).take();
        manager.alter_table(statement).await?;
        let with_room = boolean(Numbers::RetiredWithRoom).default(false).take();
        let statement = Table::alter()
            .table(Numbers::Table)
            .add_column(with_room)
            .take();
        manager.alter_table(statement).await?;
        // Rooms that can still be restored.
        manager
            .get_connection()
            .execute_unprepared(
                "UPDATE numbers SET retired_with_room = TRUE WHERE retired_at = \
                 (SELECT deleted_at FROM rooms WHERE rooms.id = numbers.room_id)",
            )
            .await?;
        let probes = Table::create()
            .table(WriteProbes::Table)
            .col(uuid(WriteProbes::Id).primary_key())
            .col(text(WriteProbes::Content))
            .take();
        manager.create_table(probes).await
    }
}
