//! Sort orders of rooms.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, string_len};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_order_of_rooms"
    }
}

#[derive(Iden)]
enum Accounts {
    Table,
    RoomSort,
    RoomsReversed,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column per statement.
        for column in [
            string_len(Accounts::RoomSort, 16).default("date").take(),
            boolean(Accounts::RoomsReversed).default(false).take(),
        ] {
            manager
                .alter_table(
                    Table::alter()
                        .table(Accounts::Table)
                        .add_column(column)
                        .take(),
                )
                .await?;
        }
        Ok(())
    }
}
