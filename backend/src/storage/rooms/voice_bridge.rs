//! The telephone number (`voiceBridge`) of a room's last meeting.

use parvis_contract::code::Pin;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::storage::Store;
use crate::storage::entity::room;

impl Store {
    /// Stores the number that the conference server returned, and whether it was never a PIN of the room.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn keep_voice_bridge(
        &self,
        room_id: Uuid,
        voice_bridge: Option<&Pin>,
        pin_replaced: Option<bool>,
    ) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        let value = voice_bridge.map(Pin::as_str);
        room::Entity::update_many()
            .col_expr(room::Column::VoiceBridge, Expr::value(value))
            .col_expr(room::Column::PinReplaced, Expr::value(pin_replaced))
            .filter(room::Column::Id.eq(room_id))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Whether the conference server replaced the PIN in the meeting that was started last, of all rooms; false
    /// if unknown.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn last_pin_replaced(&self) -> Result<bool, DbErr> {
        let last: Option<Option<bool>> = room::Entity::find()
            .select_only()
            .column(room::Column::PinReplaced)
            .filter(room::Column::PinReplaced.is_not_null())
            // PostgreSQL sorts NULL first.
            .filter(room::Column::LastMeetingAt.is_not_null())
            .order_by_desc(room::Column::LastMeetingAt)
            .limit(1)
            .into_tuple()
            .one(&self.db)
            .await?;
        Ok(last.flatten().unwrap_or_default())
    }
}
