//! Rooms that add-ins of mail programs make for people, which no list shows.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::string_len_null;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0013_rooms_of_add_ins"
    }
}

#[derive(Iden)]
enum Rooms {
    Table,
    AddIn,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .alter_table(
                Table::alter()
                    .table(Rooms::Table)
                    .add_column(string_len_null(Rooms::AddIn, 16))
                    .take(),
            )
            .await?;
        // Few of many rooms are of add-ins.
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE INDEX rooms_of_add_ins ON rooms (owner_id, created_at) \
                 WHERE add_in IS NOT NULL",
            )
            .await?;
        Ok(())
    }
}
