//! Telephone numbers (`voiceBridge`) of rooms' last meetings.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::string_len_null;

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
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let number = string_len_null(Rooms::VoiceBridge, 20).take();
        let statement = Table::alter().table(Rooms::Table).add_column(number).take();
        manager.alter_table(statement).await
    }
}
