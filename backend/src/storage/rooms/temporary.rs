//! Temporary meetings: each has a room of its own, which no list shows.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, Condition, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
};
use uuid::Uuid;

use super::Room;
use crate::clock::Moment;
use crate::storage::entity::room;
use crate::storage::{Store, Write};

/// The number of temporary meetings of a person.
pub(super) async fn count_of(write: &Write, owner_id: Uuid) -> Result<u64, DbErr> {
    room::Entity::find()
        .filter(room::Column::OwnerId.eq(owner_id))
        .filter(room::Column::TemporaryUntil.is_not_null())
        .filter(room::Column::AddIn.is_null())
        .filter(room::Column::DeletedAt.is_null())
        .count(&**write)
        .await
}

impl Store {
    /// All temporary meetings, and the rooms of add-ins whose time has passed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn temporary_meetings(&self, now: Moment) -> Result<Vec<Room>, DbErr> {
        let rows = room::Entity::find()
            .filter(room::Column::TemporaryUntil.is_not_null())
            .filter(
                Condition::any()
                    .add(room::Column::AddIn.is_null())
                    .add(room::Column::TemporaryUntil.lte(now)),
            )
            .filter(room::Column::DeletedAt.is_null())
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().map(Room::from).collect())
    }

    /// Deletes a temporary meeting. A tombstone stays for a year, so that its links can say that it has ended.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_temporary_meeting(&self, meeting: &Room, now: Moment) -> Result<(), DbErr> {
        self.delete_room(meeting.owner_id, meeting.id, now).await?;
        let _lock = self.write_lock().await?;
        room::Entity::update_many()
            .col_expr(room::Column::Name, Expr::value(""))
            .col_expr(room::Column::Options, Expr::value("{}"))
            .col_expr(room::Column::CreationDigest, Expr::value(None::<String>))
            .col_expr(room::Column::VoiceBridge, Expr::value(None::<String>))
            .filter(room::Column::Id.eq(meeting.id))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
