//! Rooms and accounts that nobody has used for long: which ones they are.
//!
//! | module | content |
//! | --- | --- |
//! | `warning` | whose owners are to be warned, and writing the warnings |
//! | `purging` | which ones are to be deleted after a warning, and deleting them |
//!
//! A room is used when a meeting starts or the room is changed, by whoever may. An account is used when its person is
//! signed in, and when a room of it is. A warning that is older than the last use counts for nothing, so each use takes
//! it back.

mod purging;
mod warning;

use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{ColumnTrait as _, Condition, DbErr, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::entity::room::AddIn;
use super::entity::{account, room, unused_warning};
use super::rooms::mark_used;
use super::{Store, Write};
use crate::clock::Moment;

pub use purging::Expiry;
pub use warning::{UnusedSince, Unwarned};

impl Store {
    /// Counts the time of accounts and rooms of which it is not known when they were used: of accounts from now, of
    /// rooms from their last meeting, or their creation.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn adopt_unused(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        account::Entity::update_many()
            .col_expr(account::Column::LastUsedAt, Expr::value(now.0))
            .filter(account::Column::LastUsedAt.is_null())
            .exec(&self.db)
            .await?;
        room::Entity::update_many()
            .col_expr(room::Column::LastUsedAt, Expr::col(room::Column::ActiveAt))
            .filter(room::Column::LastUsedAt.is_null())
            .filter(room::Column::DeletedAt.is_null())
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Records that a room is in use.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn room_in_use(&self, room_id: Uuid, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        mark_used(&self.db, room_id, now).await
    }
}

/// Records when the mail with this identifier was sent, if it is a warning.
pub(super) async fn warning_sent(write: &Write, mail: Uuid, now: Moment) -> Result<(), DbErr> {
    unused_warning::Entity::update_many()
        .col_expr(unused_warning::Column::SentAt, Expr::value(now.0))
        .filter(unused_warning::Column::Id.eq(mail))
        .filter(unused_warning::Column::SentAt.is_null())
        .exec(&**write)
        .await?;
    Ok(())
}

/// Permanent rooms that were not used since. A node of the release before this one records starts in `active_at` alone.
fn is_unused_room(since: Moment) -> Condition {
    Condition::all()
        .add(room::Column::DeletedAt.is_null())
        .add(room::Column::TemporaryUntil.is_null())
        .add(room::Column::LastUsedAt.lte(since))
        .add(room::Column::ActiveAt.lte(since))
}

/// Rooms of which a warning was sent until then, and which were not used since it was written.
fn is_warned_room(sent_until: Moment) -> Condition {
    let written = (unused_warning::Entity, unused_warning::Column::WrittenAt);
    let warning = warning(sent_until)
        .and_where(
            Expr::col((unused_warning::Entity, unused_warning::Column::Id))
                .equals((room::Entity, room::Column::UnusedWarningId)),
        )
        .and_where(Expr::col(written).gt(Expr::col((room::Entity, room::Column::LastUsedAt))))
        .and_where(Expr::col(written).gt(Expr::col((room::Entity, room::Column::ActiveAt))))
        .take();
    Condition::all().add(Expr::exists(warning))
}

/// Accounts that were not used since, nor was any room of theirs; and which wait for the end of no temporary meeting, and
/// of no room for a single invitation.
fn is_unused_account(since: Moment) -> Condition {
    let used = Condition::any()
        .add(room::Column::LastUsedAt.gt(since))
        .add(room::Column::ActiveAt.gt(since))
        .add(
            Condition::all()
                .add(room::Column::TemporaryUntil.is_not_null())
                .add(
                    Condition::any()
                        .add(room::Column::AddIn.is_null())
                        .add(room::Column::AddIn.eq(AddIn::Hidden)),
                ),
        );
    Condition::all()
        .add(account::Column::PurgedAt.is_null())
        .add(account::Column::LastUsedAt.lte(since))
        .add(Expr::exists(rooms_of_account(used)).not())
}

/// Accounts of which a warning was sent until then, and which were not used since it was written, nor was any room of
/// theirs.
fn is_warned_account(sent_until: Moment) -> Condition {
    let written = (unused_warning::Entity, unused_warning::Column::WrittenAt);
    let used_since = Condition::any()
        .add(Expr::col((room::Entity, room::Column::LastUsedAt)).gte(Expr::col(written)))
        .add(Expr::col((room::Entity, room::Column::ActiveAt)).gte(Expr::col(written)));
    let warning = warning(sent_until)
        .and_where(
            Expr::col((unused_warning::Entity, unused_warning::Column::Id))
                .equals((account::Entity, account::Column::UnusedWarningId)),
        )
        .and_where(Expr::col(written).gt(Expr::col((account::Entity, account::Column::LastUsedAt))))
        .and_where(Expr::exists(rooms_of_account(used_since)).not())
        .take();
    Condition::all().add(Expr::exists(warning))
}

/// The rooms of the account of the outer query that are not deleted, of any kind.
fn rooms_of_account(condition: Condition) -> SelectStatement {
    Query::select()
        .column((room::Entity, room::Column::Id))
        .from(room::Entity)
        .and_where(
            Expr::col((room::Entity, room::Column::OwnerId))
                .equals((account::Entity, account::Column::Id)),
        )
        .and_where(room::Column::DeletedAt.is_null())
        .cond_where(condition)
        .take()
}

/// The warnings that were sent until then.
fn warning(sent_until: Moment) -> SelectStatement {
    Query::select()
        .column((unused_warning::Entity, unused_warning::Column::Id))
        .from(unused_warning::Entity)
        .and_where(unused_warning::Column::SentAt.lte(sent_until))
        .take()
}
