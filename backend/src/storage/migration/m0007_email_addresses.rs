//! Verified e-mail addresses of accounts, for account linking.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0007_email_addresses"
    }
}

#[derive(Iden)]
enum Accounts {
    Table,
    Email,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Unknown for existing accounts until the next sign-in.
        let email = text_null(Accounts::Email).take();
        let statement = Table::alter()
            .table(Accounts::Table)
            .add_column(email)
            .take();
        manager.alter_table(statement).await
    }
}
