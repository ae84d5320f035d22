//! The number by which callers join a room's last meeting.

use parvis_contract::code::Pin;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::storage::Store;
use crate::storage::entity::room;

impl Store {
    /// Keeps what the conference server answered.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn keep_voice_bridge(
        &self,
        room_id: Uuid,
        voice_bridge: Option<&Pin>,
    ) -> Result<(), DbErr> {
        let _turn = self.turn().await?;
        let value = voice_bridge.map(Pin::as_str);
        room::Entity::update_many()
            .col_expr(room::Column::VoiceBridge, Expr::value(value))
            .filter(room::Column::Id.eq(room_id))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
