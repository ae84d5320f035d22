//! Limits on what an account may do in a day, shared by all nodes. A day is one of UTC.

use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
};
use uuid::Uuid;

use super::Store;
use super::entity::daily_count;
pub use super::entity::daily_count::DailyAction;
use crate::clock::Moment;

const DAY: i64 = 24 * 3_600_000;

/// The limit of a day is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the limit of a day is reached")]
pub struct DailyLimit {
    /// After how many seconds the next day begins.
    pub retry_after: u64,
}

impl Store {
    /// Counts one action of an account, unless it has done so many today. An action that fails afterwards counts as
    /// well.
    ///
    /// # Errors
    ///
    /// When the database fails. The inner error says that the limit is reached.
    pub async fn count_action(
        &self,
        account: Uuid,
        action: DailyAction,
        limit: u64,
        now: Moment,
    ) -> Result<Result<(), DailyLimit>, DbErr> {
        let _lock = self.write_lock().await?;
        count(&self.db, account, action, limit, now).await
    }

    /// Deletes the counts of the days before.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_daily_counts(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        daily_count::Entity::delete_many()
            .filter(daily_count::Column::Day.lt(now.0.div_euclid(DAY)))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// As [`Store::count_action`], perhaps within a transaction.
pub(super) async fn count(
    db: &impl ConnectionTrait,
    account: Uuid,
    action: DailyAction,
    limit: u64,
    now: Moment,
) -> Result<Result<(), DailyLimit>, DbErr> {
    let day = now.0.div_euclid(DAY);
    let row = daily_count::ActiveModel {
        account_id: Set(account),
        day: Set(day),
        action: Set(action),
        count: Set(1),
    };
    let count = (daily_count::Entity, daily_count::Column::Count);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    // One statement, so that requests at the same time do not exceed the limit.
    let counted = daily_count::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([
                daily_count::Column::AccountId,
                daily_count::Column::Day,
                daily_count::Column::Action,
            ])
            .value(daily_count::Column::Count, Expr::col(count).add(1))
            .action_and_where(Expr::col(count).lt(limit))
            .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    if counted == 1 {
        return Ok(Ok(()));
    }
    let rest = (day + 1) * DAY - now.0;
    Ok(Err(DailyLimit {
        retry_after: u64::try_from(rest).unwrap_or_default().div_ceil(1000),
    }))
}
