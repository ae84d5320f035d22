//! Accounts, sessions, sign-ins, rooms, favourites and numbers.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, integer, string, string_len, string_len_null, text, uuid,
};

pub struct Migration;

impl MigrationName for Migration {
    // Explicit, as the derived name would change with the file name.
    fn name(&self) -> &'static str {
        "m0001_rooms_and_sign_in"
    }
}

#[derive(Iden)]
enum Accounts {
    Table,
    Id,
    Issuer,
    Subject,
    Name,
    CreatedAt,
}

#[derive(Iden)]
enum Sessions {
    Table,
    TokenHash,
    AccountId,
    IdToken,
    ExpiresAt,
}

#[derive(Iden)]
enum SignIns {
    Table,
    StateHash,
    BrowserHash,
    Nonce,
    PkceVerifier,
    ReturnTo,
    ExpiresAt,
}

#[derive(Iden)]
enum Rooms {
    Table,
    Id,
    OwnerId,
    Name,
    CreatedAt,
    LastMeetingAt,
    ActiveAt,
    CreationKey,
    ModeratorGeneration,
    AttendeeGeneration,
    AuthenticatedGeneration,
    DeletedAt,
}

#[derive(Iden)]
enum Favourites {
    Table,
    AccountId,
    RoomId,
}

#[derive(Iden)]
enum Numbers {
    Table,
    Number,
    Purpose,
    RoomId,
    RetiredAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // In a transaction, on SQLite too, so that an interrupted start can be repeated.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            accounts(),
            sessions(),
            sign_ins(),
            rooms(),
            favourites(),
            numbers(),
        ] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn accounts() -> TableCreateStatement {
    Table::create()
        .table(Accounts::Table)
        .col(uuid(Accounts::Id).primary_key())
        .col(text(Accounts::Issuer))
        .col(text(Accounts::Subject))
        .col(text(Accounts::Name))
        .col(big_integer(Accounts::CreatedAt))
        .take()
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table(Sessions::Table)
        .col(string_len(Sessions::TokenHash, 64).primary_key())
        .col(uuid(Sessions::AccountId))
        .col(text(Sessions::IdToken))
        .col(big_integer(Sessions::ExpiresAt))
        .foreign_key(
            ForeignKey::create()
                .from(Sessions::Table, Sessions::AccountId)
                .to(Accounts::Table, Accounts::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

fn sign_ins() -> TableCreateStatement {
    Table::create()
        .table(SignIns::Table)
        .col(string_len(SignIns::StateHash, 64).primary_key())
        .col(string_len(SignIns::BrowserHash, 64))
        .col(string(SignIns::Nonce))
        .col(string(SignIns::PkceVerifier))
        .col(text(SignIns::ReturnTo))
        .col(big_integer(SignIns::ExpiresAt))
        .take()
}

fn rooms() -> TableCreateStatement {
    Table::create()
        .table(Rooms::Table)
        .col(uuid(Rooms::Id).primary_key())
        .col(uuid(Rooms::OwnerId))
        .col(text(Rooms::Name))
        .col(big_integer(Rooms::CreatedAt))
        .col(big_integer_null(Rooms::LastMeetingAt))
        .col(big_integer(Rooms::ActiveAt))
        .col(string_len_null(Rooms::CreationKey, 64))
        .col(integer(Rooms::ModeratorGeneration).default(0))
        .col(integer(Rooms::AttendeeGeneration).default(0))
        .col(integer(Rooms::AuthenticatedGeneration).default(0))
        .col(big_integer_null(Rooms::DeletedAt))
        .foreign_key(
            ForeignKey::create()
                .from(Rooms::Table, Rooms::OwnerId)
                .to(Accounts::Table, Accounts::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

fn favourites() -> TableCreateStatement {
    Table::create()
        .table(Favourites::Table)
        .col(uuid(Favourites::AccountId))
        .col(uuid(Favourites::RoomId))
        .primary_key(
            Index::create()
                .col(Favourites::AccountId)
                .col(Favourites::RoomId),
        )
        .foreign_key(
            ForeignKey::create()
                .from(Favourites::Table, Favourites::AccountId)
                .to(Accounts::Table, Accounts::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from(Favourites::Table, Favourites::RoomId)
                .to(Rooms::Table, Rooms::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

fn numbers() -> TableCreateStatement {
    Table::create()
        .table(Numbers::Table)
        .col(integer(Numbers::Number).primary_key())
        .col(string_len(Numbers::Purpose, 8))
        .col(uuid(Numbers::RoomId))
        .col(big_integer_null(Numbers::RetiredAt))
        .take()
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        Index::create()
            .name("accounts_by_subject")
            .table(Accounts::Table)
            .col(Accounts::Issuer)
            .col(Accounts::Subject)
            .unique()
            .take(),
        Index::create()
            .name("sessions_by_expiry")
            .table(Sessions::Table)
            .col(Sessions::ExpiresAt)
            .take(),
        Index::create()
            .name("sessions_by_account")
            .table(Sessions::Table)
            .col(Sessions::AccountId)
            .take(),
        Index::create()
            .name("sign_ins_by_expiry")
            .table(SignIns::Table)
            .col(SignIns::ExpiresAt)
            .take(),
        Index::create()
            .name("rooms_by_activity")
            .table(Rooms::Table)
            .col(Rooms::OwnerId)
            .col(Rooms::ActiveAt)
            .take(),
        Index::create()
            .name("rooms_by_creation_key")
            .table(Rooms::Table)
            .col(Rooms::OwnerId)
            .col(Rooms::CreationKey)
            .unique()
            .take(),
        Index::create()
            .name("numbers_by_room")
            .table(Numbers::Table)
            .col(Numbers::RoomId)
            .col(Numbers::Purpose)
            .take(),
    ]
}
