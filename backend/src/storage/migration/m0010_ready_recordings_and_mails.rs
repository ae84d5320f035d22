//! Recordings that became ready, when accounts last looked at those of a room, and mails that are not sent yet.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, string_len, text, uuid};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0010_ready_recordings_and_mails"
    }
}

#[derive(Iden)]
enum Accounts {
    Table,
    Id,
}

#[derive(Iden)]
enum Rooms {
    Table,
    Id,
}

#[derive(Iden)]
enum ReadyRecordings {
    Table,
    Id,
    RoomId,
    ReadyAt,
}

#[derive(Iden)]
enum RecordingsSeen {
    Table,
    AccountId,
    RoomId,
    SeenAt,
}

#[derive(Iden)]
enum OutgoingMails {
    Table,
    Id,
    Recipient,
    Subject,
    PlainText,
    Html,
    CreatedAt,
    Attempts,
    DueAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [ready_recordings(), recordings_seen(), outgoing_mails()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn ready_recordings() -> TableCreateStatement {
    Table::create()
        .table(ReadyRecordings::Table)
        .col(string_len(ReadyRecordings::Id, 255).primary_key())
        .col(uuid(ReadyRecordings::RoomId))
        .col(big_integer(ReadyRecordings::ReadyAt))
        .foreign_key(
            ForeignKey::create()
                .from(ReadyRecordings::Table, ReadyRecordings::RoomId)
                .to(Rooms::Table, Rooms::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

fn recordings_seen() -> TableCreateStatement {
    Table::create()
        .table(RecordingsSeen::Table)
        .col(uuid(RecordingsSeen::AccountId))
        .col(uuid(RecordingsSeen::RoomId))
        .col(big_integer(RecordingsSeen::SeenAt))
        .primary_key(
            Index::create()
                .col(RecordingsSeen::AccountId)
                .col(RecordingsSeen::RoomId),
        )
        .foreign_key(
            ForeignKey::create()
                .from(RecordingsSeen::Table, RecordingsSeen::AccountId)
                .to(Accounts::Table, Accounts::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from(RecordingsSeen::Table, RecordingsSeen::RoomId)
                .to(Rooms::Table, Rooms::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

fn outgoing_mails() -> TableCreateStatement {
    Table::create()
        .table(OutgoingMails::Table)
        .col(uuid(OutgoingMails::Id).primary_key())
        .col(text(OutgoingMails::Recipient))
        .col(text(OutgoingMails::Subject))
        .col(text(OutgoingMails::PlainText))
        .col(text(OutgoingMails::Html))
        .col(big_integer(OutgoingMails::CreatedAt))
        .col(integer(OutgoingMails::Attempts))
        .col(big_integer(OutgoingMails::DueAt))
        .take()
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        Index::create()
            .name("ready_recordings_by_room")
            .table(ReadyRecordings::Table)
            .col(ReadyRecordings::RoomId)
            .take(),
        Index::create()
            .name("ready_recordings_by_time")
            .table(ReadyRecordings::Table)
            .col(ReadyRecordings::ReadyAt)
            .take(),
        Index::create()
            .name("recordings_seen_by_room")
            .table(RecordingsSeen::Table)
            .col(RecordingsSeen::RoomId)
            .take(),
        Index::create()
            .name("outgoing_mails_by_due_time")
            .table(OutgoingMails::Table)
            .col(OutgoingMails::DueAt)
            .take(),
    ]
}
