//! Delegates of rooms, and the room that an owner offers to one of them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, text_null, uuid, uuid_null};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0011_delegates"
    }
}

#[derive(Iden)]
enum Delegations {
    Table,
    Id,
    RoomId,
    Email,
    TypedEmail,
    AccountId,
    CreatedAt,
    ActiveAt,
    OfferedAt,
}

#[derive(Iden)]
enum Rooms {
    Table,
    Id,
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
        manager.create_table(delegations()).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        // A room is offered to one delegate at a time.
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX delegations_by_offer ON delegations (room_id) \
                 WHERE offered_at IS NOT NULL",
            )
            .await?;
        Ok(())
    }
}

fn delegations() -> TableCreateStatement {
    Table::create()
        .table(Delegations::Table)
        .col(uuid(Delegations::Id).primary_key())
        .col(uuid(Delegations::RoomId))
        .col(text_null(Delegations::Email))
        .col(text_null(Delegations::TypedEmail))
        .col(uuid_null(Delegations::AccountId))
        .col(big_integer(Delegations::CreatedAt))
        .col(big_integer_null(Delegations::ActiveAt))
        .col(big_integer_null(Delegations::OfferedAt))
        .foreign_key(
            ForeignKey::create()
                .from(Delegations::Table, Delegations::RoomId)
                .to(Rooms::Table, Rooms::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from(Delegations::Table, Delegations::AccountId)
                .to(Accounts::Table, Accounts::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

fn indexes() -> [IndexCreateStatement; 3] {
    [
        // An address is a delegate of a room once, and so is an account; both databases let several rows have none.
        Index::create()
            .name("delegations_by_email")
            .table(Delegations::Table)
            .col(Delegations::RoomId)
            .col(Delegations::Email)
            .unique()
            .take(),
        Index::create()
            .name("delegations_by_account")
            .table(Delegations::Table)
            .col(Delegations::AccountId)
            .col(Delegations::RoomId)
            .unique()
            .take(),
        // For finding those that wait for an address.
        Index::create()
            .name("delegations_by_waiting_email")
            .table(Delegations::Table)
            .col(Delegations::Email)
            .col(Delegations::AccountId)
            .take(),
    ]
}
