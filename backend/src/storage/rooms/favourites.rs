//! Stars of rooms.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, DbErr, EntityTrait as _};
use uuid::Uuid;

use crate::storage::Store;
use crate::storage::entity::favourite;

impl Store {
    /// Whether a person has starred a room.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn is_favourite(&self, account_id: Uuid, room_id: Uuid) -> Result<bool, DbErr> {
        let star = favourite::Entity::find_by_id((account_id, room_id))
            .one(&self.db)
            .await?;
        Ok(star.is_some())
    }

    /// Sets or removes the star of a room. The caller has checked the ownership.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_favourite(
        &self,
        account_id: Uuid,
        room_id: Uuid,
        favourite: bool,
    ) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        if favourite {
            let row = favourite::ActiveModel {
                account_id: Set(account_id),
                room_id: Set(room_id),
            };
            favourite::Entity::insert(row)
                .on_conflict(
                    OnConflict::columns([favourite::Column::AccountId, favourite::Column::RoomId])
                        .do_nothing()
                        .to_owned(),
                )
                .exec_without_returning(&self.db)
                .await?;
        } else {
            favourite::Entity::delete_by_id((account_id, room_id))
                .exec(&self.db)
                .await?;
        }
        Ok(())
    }
}
