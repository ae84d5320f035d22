//! Files of rooms, and the parts that their contents consist of in the object store.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, string_len, text, uuid, uuid_uniq,
};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0014_room_files"
    }
}

#[derive(Iden)]
enum RoomFiles {
    Table,
    Id,
    RoomId,
    Name,
    Kind,
    Size,
    Received,
    Position,
    IsFirst,
    IsDownloadable,
    CreatedAt,
    CompletedAt,
    DeletedAt,
}

#[derive(Iden)]
enum RoomFileParts {
    Table,
    FileId,
    Start,
    Length,
    Object,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(files()).await?;
        let by_room = Index::create()
            .name("room_files_by_room")
            .table(RoomFiles::Table)
            .col(RoomFiles::RoomId)
            .take();
        manager.create_index(by_room).await?;
        manager.create_table(parts()).await
    }
}

// Without a foreign key to rooms: a row goes when its contents are deleted, and not before.
fn files() -> TableCreateStatement {
    Table::create()
        .table(RoomFiles::Table)
        .col(uuid(RoomFiles::Id).primary_key())
        .col(uuid(RoomFiles::RoomId))
        .col(text(RoomFiles::Name))
        .col(string_len(RoomFiles::Kind, 16))
        .col(big_integer(RoomFiles::Size))
        .col(big_integer(RoomFiles::Received))
        .col(big_integer(RoomFiles::Position))
        .col(boolean(RoomFiles::IsFirst))
        .col(boolean(RoomFiles::IsDownloadable))
        .col(big_integer(RoomFiles::CreatedAt))
        .col(big_integer_null(RoomFiles::CompletedAt))
        .col(big_integer_null(RoomFiles::DeletedAt))
        .take()
}

fn parts() -> TableCreateStatement {
    Table::create()
        .table(RoomFileParts::Table)
        .col(uuid(RoomFileParts::FileId))
        .col(big_integer(RoomFileParts::Start))
        .col(big_integer(RoomFileParts::Length))
        .col(uuid_uniq(RoomFileParts::Object))
        // A byte of a file belongs to one part.
        .primary_key(
            Index::create()
                .col(RoomFileParts::FileId)
                .col(RoomFileParts::Start),
        )
        .foreign_key(
            ForeignKey::create()
                .from(RoomFileParts::Table, RoomFileParts::FileId)
                .to(RoomFiles::Table, RoomFiles::Id)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}
