//! Languages of rooms' owners.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::string_len;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_language_of_rooms"
    }
}

#[derive(Iden)]
enum Rooms {
    Table,
    Language,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The default is for existing rooms and for nodes of the previous release.
        let language = string_len(Rooms::Language, 8).default("fr").take();
        let statement = Table::alter()
            .table(Rooms::Table)
            .add_column(language)
            .take();
        manager.alter_table(statement).await
    }
}
