//! Meetings of permanent rooms: when, and with how many people. No names and no links.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, uuid};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0012_meetings_of_rooms"
    }
}

#[derive(Iden)]
enum RoomMeetings {
    Table,
    RoomId,
    CreateTime,
    StartedAt,
    SeenAt,
    EndedAt,
    MostPeople,
}

#[derive(Iden)]
enum Rooms {
    Table,
    Id,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(room_meetings()).await?;
        manager
            .create_index(
                Index::create()
                    .name("room_meetings_by_start")
                    .table(RoomMeetings::Table)
                    .col(RoomMeetings::StartedAt)
                    .take(),
            )
            .await?;
        // Few of many rows have not ended.
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE INDEX room_meetings_not_ended ON room_meetings (room_id) \
                 WHERE ended_at IS NULL",
            )
            .await?;
        Ok(())
    }
}

fn room_meetings() -> TableCreateStatement {
    Table::create()
        .table(RoomMeetings::Table)
        .col(uuid(RoomMeetings::RoomId))
        .col(big_integer(RoomMeetings::CreateTime))
        .col(big_integer(RoomMeetings::StartedAt))
        .col(big_integer(RoomMeetings::SeenAt))
        .col(big_integer_null(RoomMeetings::EndedAt))
        .col(integer(RoomMeetings::MostPeople))
        .primary_key(
            Index::create()
                .col(RoomMeetings::RoomId)
                .col(RoomMeetings::CreateTime),
        )
        .foreign_key(
            ForeignKey::create()
                .from(RoomMeetings::Table, RoomMeetings::RoomId)
                .to(Rooms::Table, Rooms::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}
