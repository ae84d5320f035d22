//! The audit trail. An event is written in the transaction of what it tells of, so that neither is there without the
//! other.

use futures_util::TryStreamExt as _;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use super::Store;
use super::entity::audit_event;
pub use super::entity::audit_event::{AuditAction, Model as AuditEvent};
use crate::clock::Moment;

/// An event to write.
pub(super) struct NewEvent<'a> {
    pub action: AuditAction,
    pub account: Option<Uuid>,
    pub room: Option<Uuid>,
    pub detail: Option<&'a str>,
}

/// Writes an event.
pub(super) async fn record(
    db: &impl ConnectionTrait,
    event: NewEvent<'_>,
    now: Moment,
) -> Result<(), DbErr> {
    let row = audit_event::ActiveModel {
        id: NotSet,
        at: Set(now),
        action: Set(event.action),
        account_id: Set(event.account),
        room_id: Set(event.room),
        detail: Set(event.detail.map(str::to_owned)),
    };
    audit_event::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

impl Store {
    /// Calls `each` with the events since `since`, the oldest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn audit_events(
        &self,
        since: Moment,
        mut each: impl FnMut(AuditEvent),
    ) -> Result<(), DbErr> {
        let mut events = audit_event::Entity::find()
            .filter(audit_event::Column::At.gte(since))
            .order_by_asc(audit_event::Column::At)
            .order_by_asc(audit_event::Column::Id)
            .stream(&self.db)
            .await?;
        while let Some(event) = events.try_next().await? {
            each(event);
        }
        Ok(())
    }

    /// Deletes events before `before`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_audit_events(&self, before: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        audit_event::Entity::delete_many()
            .filter(audit_event::Column::At.lt(before))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
