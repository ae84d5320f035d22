//! Entry methods: options, the keys of links, temporary meetings, sign-ins of attendees, and rate limits for
//! codes.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, integer, integer_null, string_len, text,
};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0003_ways_in"
    }
}

#[derive(Iden)]
enum Rooms {
    Table,
    Options,
    TemporaryUntil,
    CodeGeneration,
    ModeratorKey,
    AttendeeKey,
    AuthenticatedKey,
}

#[derive(Iden)]
enum SignIns {
    Table,
    Audience,
}

#[derive(Iden)]
enum AttendeeSessions {
    Table,
    TokenHash,
    Person,
    Name,
    IdToken,
    ExpiresAt,
}

#[derive(Iden)]
enum WrongCodes {
    Table,
    Scope,
    Hour,
    Count,
}

#[derive(Iden)]
enum Proofs {
    Table,
    Nonce,
    ExpiresAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column per statement.
        for column in [
            text(Rooms::Options).default("{}").take(),
            big_integer_null(Rooms::TemporaryUntil).take(),
            integer(Rooms::CodeGeneration).default(0).take(),
            // Unknown for existing rooms: the next start fills them in.
            integer_null(Rooms::ModeratorKey).take(),
            integer_null(Rooms::AttendeeKey).take(),
            integer_null(Rooms::AuthenticatedKey).take(),
        ] {
            add(manager, Rooms::Table, column).await?;
        }
        let audience = string_len(SignIns::Audience, 16).default("agents").take();
        add(manager, SignIns::Table, audience).await?;
        for table in [attendee_sessions(), wrong_codes(), proofs()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        // The row that serves as the lock for counting wrong codes.
        let lock = Query::insert()
            .into_table(WrongCodes::Table)
            .columns([WrongCodes::Scope, WrongCodes::Hour, WrongCodes::Count])
            .values_panic(["".into(), 0_i64.into(), 0_i64.into()])
            .take();
        manager.exec_stmt(lock).await
    }
}

async fn add(
    manager: &SchemaManager<'_>,
    table: impl IntoTableRef,
    column: ColumnDef,
) -> Result<(), DbErr> {
    let statement = Table::alter().table(table).add_column(column).take();
    manager.alter_table(statement).await
}

fn attendee_sessions() -> TableCreateStatement {
    Table::create()
        .table(AttendeeSessions::Table)
        .col(string_len(AttendeeSessions::TokenHash, 64).primary_key())
        .col(string_len(AttendeeSessions::Person, 64))
        .col(text(AttendeeSessions::Name))
        .col(text(AttendeeSessions::IdToken))
        .col(big_integer(AttendeeSessions::ExpiresAt))
        .take()
}

fn wrong_codes() -> TableCreateStatement {
    Table::create()
        .table(WrongCodes::Table)
        .col(string_len(WrongCodes::Scope, 64))
        .col(big_integer(WrongCodes::Hour))
        .col(big_integer(WrongCodes::Count))
        .primary_key(Index::create().col(WrongCodes::Scope).col(WrongCodes::Hour))
        .take()
}

fn proofs() -> TableCreateStatement {
    Table::create()
        .table(Proofs::Table)
        .col(string_len(Proofs::Nonce, 64).primary_key())
        .col(big_integer(Proofs::ExpiresAt))
        .take()
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        Index::create()
            .name("attendee_sessions_by_expiry")
            .table(AttendeeSessions::Table)
            .col(AttendeeSessions::ExpiresAt)
            .take(),
        Index::create()
            .name("wrong_codes_by_hour")
            .table(WrongCodes::Table)
            .col(WrongCodes::Hour)
            .take(),
        Index::create()
            .name("proofs_by_expiry")
            .table(Proofs::Table)
            .col(Proofs::ExpiresAt)
            .take(),
        Index::create()
            .name("rooms_by_end")
            .table(Rooms::Table)
            .col(Rooms::TemporaryUntil)
            .take(),
    ]
}
