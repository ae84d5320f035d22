//! Whether the conference server replaces PINs; and an index of addresses for account linking.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::boolean_null;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0008_replaced_pins"
    }
}

#[derive(Iden)]
enum Rooms {
    Table,
    PinReplaced,
    LastMeetingAt,
}

#[derive(Iden)]
enum Accounts {
    Table,
    Email,
    Issuer,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let replaced = boolean_null(Rooms::PinReplaced).take();
        let statement = Table::alter()
            .table(Rooms::Table)
            .add_column(replaced)
            .take();
        manager.alter_table(statement).await?;
        // For finding the meeting that was started last.
        let by_meeting = Index::create()
            .name("rooms_by_last_meeting")
            .table(Rooms::Table)
            .col(Rooms::LastMeetingAt)
            .take();
        manager.create_index(by_meeting).await?;
        let by_email = Index::create()
            .name("accounts_by_email")
            .table(Accounts::Table)
            .col(Accounts::Email)
            .col(Accounts::Issuer)
            .take();
        manager.create_index(by_email).await
    }
}
