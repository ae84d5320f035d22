//! Renewing a link, the code or the PIN of a room; the others stay unchanged.

use parvis_contract::role::LinkKind;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::clock::Moment;
use crate::random::Random;
use crate::storage::Store;
use crate::storage::audit::{self, AuditAction, NewEvent};
use crate::storage::entity::room;
use crate::storage::numbers::{self, NumberKind};
use crate::storage::unused::used;

/// The columns of a link's generation and key.
pub(super) fn columns(kind: LinkKind) -> (room::Column, room::Column) {
    use room::Column;
    match kind {
        LinkKind::Moderator => (Column::ModeratorGeneration, Column::ModeratorKey),
        LinkKind::Attendee => (Column::AttendeeGeneration, Column::AttendeeKey),
        LinkKind::Authenticated => (Column::AuthenticatedGeneration, Column::AuthenticatedKey),
    }
}

impl Store {
    /// Renews a link of a room of `owner_id`, signing it with `key`; returns whether there is such a room.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn renew_link(
        &self,
        owner_id: Uuid,
        room_id: Uuid,
        kind: LinkKind,
        key: u8,
        now: Moment,
    ) -> Result<bool, DbErr> {
        let write = self.begin_write().await?;
        let (generation, signed_with) = columns(kind);
        let renewed = used(room::Entity::update_many(), now)
            .col_expr(generation, Expr::col(generation).add(1))
            .col_expr(signed_with, Expr::value(i32::from(key)))
            .filter(room::Column::Id.eq(room_id))
            .filter(room::Column::OwnerId.eq(owner_id))
            .filter(room::Column::DeletedAt.is_null())
            .exec(&*write)
            .await?;
        if renewed.rows_affected == 0 {
            return Ok(false);
        }
        let what = match kind {
            LinkKind::Moderator => "moderator link",
            LinkKind::Attendee => "attendee link",
            LinkKind::Authenticated => "authenticated link",
        };
        audit::record(&*write, renewed_event(owner_id, room_id, what), now).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Retires the code or the PIN of a room of `owner_id` and assigns another; returns whether there is such a
    /// room.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn renew_number(
        &self,
        owner_id: Uuid,
        room_id: Uuid,
        purpose: NumberKind,
        random: &Random,
        now: Moment,
    ) -> Result<bool, DbErr> {
        let write = self.begin_write().await?;
        // This also locks the room's row, so that concurrent renewals are serialized.
        let step = i32::from(purpose == NumberKind::Code);
        let generation = room::Column::CodeGeneration;
        let there = used(room::Entity::update_many(), now)
            .col_expr(generation, Expr::col(generation).add(step))
            .filter(room::Column::Id.eq(room_id))
            .filter(room::Column::OwnerId.eq(owner_id))
            .filter(room::Column::DeletedAt.is_null())
            .exec(&*write)
            .await?;
        if there.rows_affected == 0 {
            return Ok(false);
        }
        numbers::retire(&*write, room_id, purpose, now).await?;
        numbers::assign(&*write, random, room_id, purpose).await?;
        let what = match purpose {
            NumberKind::Code => "code",
            NumberKind::Pin => "PIN",
        };
        audit::record(&*write, renewed_event(owner_id, room_id, what), now).await?;
        write.commit().await?;
        Ok(true)
    }
}

fn renewed_event(owner: Uuid, room: Uuid, what: &str) -> NewEvent<'_> {
    NewEvent {
        action: AuditAction::Renewed,
        account: Some(owner),
        room: Some(room),
        detail: Some(what),
    }
}
