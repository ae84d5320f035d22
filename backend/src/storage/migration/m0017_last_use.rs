//! When rooms and accounts were last used, and the warnings before unused ones are deleted.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, uuid, uuid_null};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0017_last_use"
    }
}

#[derive(Iden)]
enum Accounts {
    Table,
    Id,
    LastUsedAt,
    UnusedWarningId,
    PurgedAt,
}

#[derive(Iden)]
enum Rooms {
    Table,
    LastUsedAt,
    UnusedWarningId,
}

#[derive(Iden)]
enum UnusedWarnings {
    Table,
    Id,
    AccountId,
    WrittenAt,
    SentAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Accounts before rooms, as in all code that locks both. All columns may be empty: the release before this one
        // fills none. SQLite adds one column per statement.
        for column in [
            big_integer_null(Accounts::LastUsedAt).take(),
            uuid_null(Accounts::UnusedWarningId).take(),
            big_integer_null(Accounts::PurgedAt).take(),
        ] {
            let mut table = Table::alter().table(Accounts::Table).take();
            manager.alter_table(table.add_column(column).take()).await?;
        }
        for column in [
            big_integer_null(Rooms::LastUsedAt).take(),
            uuid_null(Rooms::UnusedWarningId).take(),
        ] {
            let mut table = Table::alter().table(Rooms::Table).take();
            manager.alter_table(table.add_column(column).take()).await?;
        }
        // When accounts were last used is not known: housekeeping counts from when it first sees them.
        manager
            .get_connection()
            .execute_unprepared("UPDATE rooms SET last_used_at = active_at")
            .await?;
        manager.create_table(warnings()).await?;
        let by_account = Index::create()
            .name("unused_warnings_by_account")
            .table(UnusedWarnings::Table)
            .col(UnusedWarnings::AccountId)
            .take();
        manager.create_index(by_account).await?;
        // Deleted rooms and those of temporary meetings are never looked for.
        for statement in [
            "CREATE INDEX rooms_by_last_use ON rooms (last_used_at) \
             WHERE deleted_at IS NULL AND temporary_until IS NULL",
            "CREATE INDEX accounts_by_last_use ON accounts (last_used_at)",
        ] {
            manager
                .get_connection()
                .execute_unprepared(statement)
                .await?;
        }
        Ok(())
    }
}

fn warnings() -> TableCreateStatement {
    Table::create()
        .table(UnusedWarnings::Table)
        .col(uuid(UnusedWarnings::Id).primary_key())
        .col(uuid(UnusedWarnings::AccountId))
        .col(big_integer(UnusedWarnings::WrittenAt))
        .col(big_integer_null(UnusedWarnings::SentAt))
        .foreign_key(
            ForeignKey::create()
                .from(UnusedWarnings::Table, UnusedWarnings::AccountId)
                .to(Accounts::Table, Accounts::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}
