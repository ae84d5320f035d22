//! Rooms and accounts that nobody has used for long: which ones they are.
//!
//! | module | content |
//! | --- | --- |
//! | `last_use` | when rooms and accounts were last used, and recording it |
//! | `warning` | whose owners are to be warned, and writing the warnings |
//! | `purging` | which ones are to be deleted after a warning, and deleting them |
//!
//! A room is used when a meeting starts or the room is changed, by whoever may. An account is used when its person is
//! signed in, and when a room of it is.
//!
//! A use takes a warning back in two ways. It clears the reference to the warning in the row that it writes anyway, which
//! depends on no clock. And a warning counts only if, when it was written, the last use was as long ago as it has to be:
//! so also after a use at a node of the release before this one, which records starts in `active_at` alone.

mod last_use;
mod purging;
mod warning;

use std::time::Duration;

use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{ColumnTrait as _, Condition, DbErr, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::Write;
use super::entity::room::AddIn;
use super::entity::{account, room, unused_warning};
use crate::clock::Moment;

pub(super) use last_use::{is_recent, mark_used, used};
use last_use::{of_account, of_room};
pub use warning::{Terms, Unwarned};

/// How long before a deletion the owner is warned.
pub const WARNING: Duration = Duration::from_hours(30 * 24);

/// How long after it was sent a warning counts. What was not deleted by then was not to be deleted meanwhile, so that its
/// owner no longer expects it: another warning follows.
const WARNING_COUNTS: Duration = Duration::from_hours(60 * 24);

/// How much the clocks of nodes may differ.
const CLOCK_TOLERANCE: Duration = Duration::from_hours(1);

/// After how long without use something is deleted, seen from now.
#[derive(Clone, Copy)]
pub struct Term {
    /// How long.
    pub period: Duration,
    /// Now.
    pub now: Moment,
}

impl Term {
    /// What was not used since is to be warned of.
    fn to_warn_since(self) -> Moment {
        self.now.minus(self.unused_before_warning())
    }

    /// What was not used since is to be deleted, if it was warned of.
    fn to_purge_since(self) -> Moment {
        self.now.minus(self.period)
    }

    /// How long something is unused before its owner is warned.
    fn unused_before_warning(self) -> Duration {
        self.period.saturating_sub(WARNING)
    }

    /// When a warning was sent long enough ago.
    fn warned_until(self) -> Moment {
        self.now.minus(WARNING)
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

/// Forgets all warnings to an account: it has another address, at which nobody was warned.
pub(super) async fn forget_warnings_to(write: &Write, account_id: Uuid) -> Result<(), DbErr> {
    unused_warning::Entity::delete_many()
        .filter(unused_warning::Column::AccountId.eq(account_id))
        .exec(&**write)
        .await?;
    Ok(())
}

/// Forgets all warnings, as after a restoration: what was used between the backup and now is not known.
pub(super) async fn forget_all_warnings(write: &Write) -> Result<(), DbErr> {
    unused_warning::Entity::delete_many().exec(&**write).await?;
    account::Entity::update_many()
        .col_expr(account::Column::UnusedWarningId, Expr::value(None::<Uuid>))
        .filter(account::Column::UnusedWarningId.is_not_null())
        .exec(&**write)
        .await?;
    room::Entity::update_many()
        .col_expr(room::Column::UnusedWarningId, Expr::value(None::<Uuid>))
        .filter(room::Column::UnusedWarningId.is_not_null())
        .exec(&**write)
        .await?;
    Ok(())
}

/// Permanent rooms that were not used since.
fn is_unused_room(since: Moment) -> Condition {
    Condition::all()
        .add(room::Column::DeletedAt.is_null())
        .add(room::Column::TemporaryUntil.is_null())
        .add(of_room().lte(since.0))
}

/// Rooms of which their present owner was warned, by a mail that was sent until then.
fn is_warned_room(term: Term, sent_until: Moment) -> Condition {
    let warning = warnings(term.now, sent_until)
        .and_where(
            of_warning(unused_warning::Column::Id)
                .equals((room::Entity, room::Column::UnusedWarningId)),
        )
        .and_where(
            of_warning(unused_warning::Column::AccountId)
                .equals((room::Entity, room::Column::OwnerId)),
        )
        .and_where(is_written_in_time(term, of_room()))
        .take();
    Condition::all().add(Expr::exists(warning))
}

/// Accounts that were not used since, nor was any room of theirs; and which wait for the end of no temporary meeting, and
/// of no room for a single invitation.
fn is_unused_account(since: Moment) -> Condition {
    let used = Condition::any().add(of_room().gt(since.0)).add(
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

/// Accounts that were warned by a mail that was sent until then, and of which no room was used since. A warning of an
/// account gives every room of it a reference to a warning, and a use takes it away.
fn is_warned_account(term: Term, sent_until: Moment) -> Condition {
    let used_since = Condition::any()
        .add(room::Column::UnusedWarningId.is_null())
        .add(is_written_in_time(term, of_room()).not());
    let warning = warnings(term.now, sent_until)
        .and_where(
            of_warning(unused_warning::Column::Id)
                .equals((account::Entity, account::Column::UnusedWarningId)),
        )
        .and_where(
            of_warning(unused_warning::Column::AccountId)
                .equals((account::Entity, account::Column::Id)),
        )
        .and_where(is_written_in_time(term, of_account()))
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

/// The warnings that were sent until then, and not too long ago. One that was sent before it was written is of a clock
/// that jumped.
fn warnings(now: Moment, sent_until: Moment) -> SelectStatement {
    let sent = of_warning(unused_warning::Column::SentAt);
    Query::select()
        .column((unused_warning::Entity, unused_warning::Column::Id))
        .from(unused_warning::Entity)
        .and_where(unused_warning::Column::SentAt.lte(sent_until))
        .and_where(unused_warning::Column::SentAt.gt(now.minus(WARNING_COUNTS)))
        .and_where(
            of_warning(unused_warning::Column::WrittenAt).lte(sent.add(millis(CLOCK_TOLERANCE))),
        )
        .take()
}

/// That the last use was as long ago as it has to be when the warning of the same query was written.
fn is_written_in_time(term: Term, last_use: Expr) -> Expr {
    of_warning(unused_warning::Column::WrittenAt)
        .gte(last_use.add(millis(term.unused_before_warning())))
}

fn of_warning(column: unused_warning::Column) -> Expr {
    Expr::col((unused_warning::Entity, column))
}

/// A duration as the database counts it.
fn millis(duration: Duration) -> i64 {
    Moment(0).plus(duration).0
}
