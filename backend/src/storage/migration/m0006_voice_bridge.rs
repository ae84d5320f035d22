//! The number by which callers join a room's last meeting, as the conference server has it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean_null, string_len_null};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0006_voice_bridge"
    }
}

#[derive(Iden)]
enum Rooms {
    Table,
    VoiceBridge,
    PinReplaced,
    LastMeetingAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column by a statement.
        for column in [
            string_len_null(Rooms::VoiceBridge, 20).take(),
            boolean_null(Rooms::PinReplaced).take(),
        ] {
            let statement = Table::alter().table(Rooms::Table).add_column(column).take();
            manager.alter_table(statement).await?;
        }
        // What became of the PIN of the last meeting of all is looked for.
        let by_meeting = Index::create()
            .name("rooms_by_last_meeting")
            .table(Rooms::Table)
            .col(Rooms::LastMeetingAt)
            .take();
        manager.create_index(by_meeting).await
    }
}
