//! When rooms and accounts were last used.

use std::time::Duration;

use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    UpdateMany,
};
use uuid::Uuid;

use super::CLOCK_TOLERANCE;
use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::entity::{account, room};

/// How many accounts are adopted at a time: others write between.
const BATCH: u64 = 2_000;

/// How exact a last use is where recording it would be a write of its own: so that a use is seldom one.
const PRECISION: Duration = Duration::from_hours(24);

/// Whether something was used on the day before `now`. A time of the future is of a clock that jumped.
pub(in crate::storage) fn is_recent(last_use: Option<Moment>, now: Moment) -> bool {
    last_use.is_some_and(|at| at > now.minus(PRECISION) && at <= now.plus(CLOCK_TOLERANCE))
}

/// When a room was last used: the later one of `last_used_at`, which may be empty, and `active_at`. The migration makes
/// an index of the same expression.
pub(super) fn of_room() -> Expr {
    let used = Expr::col((room::Entity, room::Column::LastUsedAt));
    let active = Expr::col((room::Entity, room::Column::ActiveAt));
    Expr::case(used.clone().gt(active.clone()), used)
        .finally(active)
        .into()
}

/// When an account itself was last used.
pub(super) fn of_account() -> Expr {
    Expr::col((account::Entity, account::Column::LastUsedAt))
}

/// Adds to a change of a room that it is used, which takes a warning back.
pub(in crate::storage) fn used(
    update: UpdateMany<room::Entity>,
    now: Moment,
) -> UpdateMany<room::Entity> {
    update
        .col_expr(room::Column::LastUsedAt, Expr::value(now.0))
        .col_expr(room::Column::UnusedWarningId, Expr::value(None::<Uuid>))
}

/// Records that a room was used, where nothing else of its row is written; returns whether there is such a room.
pub(in crate::storage) async fn mark_used(
    db: &impl ConnectionTrait,
    room_id: Uuid,
    now: Moment,
) -> Result<bool, DbErr> {
    let marked = used(room::Entity::update_many(), now)
        .filter(room::Column::Id.eq(room_id))
        .filter(room::Column::DeletedAt.is_null())
        .exec(db)
        .await?;
    Ok(marked.rows_affected == 1)
}

impl Store {
    /// Counts the time of accounts of which it is not known when they were used from now.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn adopt_accounts(&self, now: Moment) -> Result<(), DbErr> {
        loop {
            let ids: Vec<Uuid> = account::Entity::find()
                .select_only()
                .column(account::Column::Id)
                .filter(account::Column::LastUsedAt.is_null())
                .filter(account::Column::PurgedAt.is_null())
                .limit(BATCH)
                .into_tuple()
                .all(&self.db)
                .await?;
            if ids.is_empty() {
                return Ok(());
            }
            let _lock = self.write_lock().await?;
            account::Entity::update_many()
                .col_expr(account::Column::LastUsedAt, Expr::value(now.0))
                .filter(account::Column::Id.is_in(ids))
                .filter(account::Column::LastUsedAt.is_null())
                .exec(&self.db)
                .await?;
        }
    }

    /// Records that a room is in use; returns whether there is such a room, which is not deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn room_in_use(&self, room_id: Uuid, now: Moment) -> Result<bool, DbErr> {
        let _lock = self.write_lock().await?;
        mark_used(&self.db, room_id, now).await
    }
}
