//! What accounts have done in a day, of what is limited. `sign_ins` is used by the release before this one alone.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, string_len, uuid};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0015_daily_counts"
    }
}

#[derive(Iden)]
enum DailyCounts {
    Table,
    AccountId,
    Day,
    Action,
    Count,
}

#[derive(Iden)]
enum Accounts {
    Table,
    Id,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let counts = Table::create()
            .table(DailyCounts::Table)
            .col(uuid(DailyCounts::AccountId))
            .col(big_integer(DailyCounts::Day))
            .col(string_len(DailyCounts::Action, 16))
            .col(big_integer(DailyCounts::Count))
            .primary_key(
                Index::create()
                    .col(DailyCounts::AccountId)
                    .col(DailyCounts::Day)
                    .col(DailyCounts::Action),
            )
            .foreign_key(
                ForeignKey::create()
                    .from(DailyCounts::Table, DailyCounts::AccountId)
                    .to(Accounts::Table, Accounts::Id)
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .take();
        manager.create_table(counts).await
    }
}
