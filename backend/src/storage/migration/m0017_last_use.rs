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
        // fills none. No row is rewritten. SQLite adds one column per statement.
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
        manager.create_table(warnings()).await?;
        for statement in INDEXES {
            manager
                .get_connection()
                .execute_unprepared(statement)
                .await?;
        }
        Ok(())
    }
}

/// Deleted rooms and those of temporary meetings are never looked for by their last use. The others are no longer in the
/// index by end: SQLite chose it for rooms that have none.
const INDEXES: [&str; 9] = [
    "DROP INDEX rooms_by_end",
    "CREATE INDEX rooms_by_end ON rooms (temporary_until) WHERE temporary_until IS NOT NULL",
    "CREATE INDEX rooms_by_last_use ON rooms \
     ((CASE WHEN last_used_at > active_at THEN last_used_at ELSE active_at END)) \
     WHERE deleted_at IS NULL AND temporary_until IS NULL",
    "CREATE INDEX rooms_by_warning ON rooms (unused_warning_id) \
     WHERE unused_warning_id IS NOT NULL",
    "CREATE INDEX accounts_by_last_use ON accounts (last_used_at) WHERE purged_at IS NULL",
    "CREATE INDEX accounts_by_warning ON accounts (unused_warning_id) \
     WHERE unused_warning_id IS NOT NULL",
    "CREATE INDEX accounts_purged ON accounts (purged_at) WHERE purged_at IS NOT NULL",
    "CREATE INDEX unused_warnings_by_account ON unused_warnings (account_id)",
    "CREATE INDEX unused_warnings_by_sending ON unused_warnings (sent_at)",
];

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
