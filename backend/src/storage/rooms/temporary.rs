//! Temporary meetings: rooms of one meeting, which no list shows.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::Room;
use crate::clock::Moment;
use crate::storage::entity::room;
use crate::storage::{Store, Write};

/// How many temporary meetings of a person are not forgotten.
pub(super) async fn count_of(write: &Write, owner_id: Uuid) -> Result<u64, DbErr> {
    room::Entity::find()
        .filter(room::Column::OwnerId.eq(owner_id))
        .filter(room::Column::TemporaryUntil.is_not_null())
        .filter(room::Column::DeletedAt.is_null())
        .count(&**write)
        .await
}

impl Store {
    /// Every temporary meeting that is not forgotten.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn temporary_meetings(&self) -> Result<Vec<Room>, DbErr> {
        let rows = room::Entity::find()
            .filter(room::Column::TemporaryUntil.is_not_null())
            .filter(room::Column::DeletedAt.is_null())
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().map(Room::from).collect())
    }

    /// Forgets a temporary meeting. What stays for a year is that there was one, so that its links
    /// can say that it is over.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_temporary_meeting(&self, id: Uuid, now: Moment) -> Result<(), DbErr> {
        self.delete_room(id, now).await?;
        let _turn = self.turn().await?;
        room::Entity::update_many()
            .col_expr(room::Column::Name, Expr::value(""))
            .col_expr(room::Column::Options, Expr::value("{}"))
            .col_expr(room::Column::CreationDigest, Expr::value(None::<String>))
            .col_expr(room::Column::VoiceBridge, Expr::value(None::<String>))
            .filter(room::Column::Id.eq(id))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
