//! The audit trail. Without foreign keys: an event outlives account and room.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_pk_auto, string_len, string_len_null, uuid_null};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0016_audit_events"
    }
}

#[derive(Iden)]
enum AuditEvents {
    Table,
    Id,
    At,
    Action,
    AccountId,
    RoomId,
    Detail,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let events = Table::create()
            .table(AuditEvents::Table)
            .col(big_pk_auto(AuditEvents::Id))
            .col(big_integer(AuditEvents::At))
            .col(string_len(AuditEvents::Action, 24))
            .col(uuid_null(AuditEvents::AccountId))
            .col(uuid_null(AuditEvents::RoomId))
            .col(string_len_null(AuditEvents::Detail, 32))
            .take();
        manager.create_table(events).await?;
        let by_time = Index::create()
            .name("audit_events_by_time")
            .table(AuditEvents::Table)
            .col(AuditEvents::At)
            .take();
        manager.create_index(by_time).await
    }
}
