//! Whether a person's list of rooms has changed: triggers add a row for each change of what a list shows.
//!
//! Rows are only added, never changed, so transactions do not wait for one another because of them.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait as _, DbErr, EntityTrait as _,
    FromQueryResult, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::Store;
use super::entity::account;
use super::entity::room_list_change::{self, Column, Entity};

/// The number of changes of an account from which they are merged.
const MOST_CHANGES: i64 = 16;

/// The number of changes that are looked at in one step.
const BATCH: u64 = 500;

/// How many changes before it was started a node looks at. Of those before them, it merges an account's with the next.
const LOOK_BACK: i64 = 100_000;

/// The state of an account's list: another after each change.
///
/// Of two transactions, the one that has got the greater number may be the first to commit. So the greatest number does
/// not suffice: their count tells of the other. Merging lowers the count, and adds a change with a new number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, FromQueryResult)]
pub struct RoomListVersion {
    newest_change: Option<i64>,
    changes: i64,
}

#[cfg(test)]
impl RoomListVersion {
    /// The version of a list with these changes.
    pub const fn new(newest_change: Option<i64>, changes: i64) -> Self {
        Self {
            newest_change,
            changes,
        }
    }
}

/// The columns of [`RoomListVersion`] for an account, as subqueries.
pub(super) fn version_columns(account_id: &Expr) -> [(Expr, &'static str); 2] {
    let of_account = |column: Expr| -> Expr {
        let query: SelectStatement = Query::select()
            .expr(column)
            .from(Entity)
            .and_where(Expr::col((Entity, Column::AccountId)).eq(account_id.clone()))
            .take();
        query.into()
    };
    [
        (
            of_account(Func::max(Expr::col((Entity, Column::Id))).into()),
            "newest_change",
        ),
        (
            of_account(Func::count(Expr::col((Entity, Column::Id))).into()),
            "changes",
        ),
    ]
}

impl Store {
    /// The version of an account's list. What is read after it is as new as it, or newer.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn room_list_version(&self, account_id: Uuid) -> Result<RoomListVersion, DbErr> {
        let mut query = Query::select();
        for (column, name) in version_columns(&Expr::val(account_id)) {
            query.expr_as(column, name);
        }
        let row = self.db.query_one(&query).await?;
        let row = row.ok_or_else(|| DbErr::RecordNotFound("the version of a list".to_owned()))?;
        RoomListVersion::from_query_result(&row, "")
    }

    /// Merges the changes of accounts that have many, one of them after `since`: the newest change that was looked at the
    /// last time. Returns the newest one now.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn merge_room_list_changes(&self, since: Option<i64>) -> Result<i64, DbErr> {
        let mut last = match since {
            Some(since) => since,
            None => self.newest_change().await? - LOOK_BACK,
        };
        loop {
            let changes: Vec<(i64, Uuid)> = Entity::find()
                .select_only()
                .columns([Column::Id, Column::AccountId])
                .filter(Column::Id.gt(last))
                .order_by_asc(Column::Id)
                .limit(BATCH)
                .into_tuple()
                .all(&self.db)
                .await?;
            let Some((newest, _)) = changes.last() else {
                return Ok(last);
            };
            last = *newest;
            let is_last = (changes.len() as u64) < BATCH;
            let accounts: BTreeSet<Uuid> =
                changes.into_iter().map(|(_, account)| account).collect();
            self.forget_changes_without_account(&accounts).await?;
            let many: Vec<Uuid> = Entity::find()
                .select_only()
                .column(Column::AccountId)
                .filter(Column::AccountId.is_in(accounts))
                .group_by(Column::AccountId)
                .having(Column::Id.count().gt(MOST_CHANGES))
                .into_tuple()
                .all(&self.db)
                .await?;
            for account in many {
                self.merge_changes_of(account).await?;
            }
            // Changes that are made meanwhile wait for the next time.
            if is_last {
                return Ok(last);
            }
        }
    }

    /// Deletes changes of accounts that are gone: what was deleted with an account may have added some after it.
    async fn forget_changes_without_account(&self, of: &BTreeSet<Uuid>) -> Result<(), DbErr> {
        let known: Vec<Uuid> = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::Id.is_in(of.iter().copied()))
            .into_tuple()
            .all(&self.db)
            .await?;
        let known = BTreeSet::from_iter(known);
        let gone: Vec<Uuid> = of.difference(&known).copied().collect();
        if gone.is_empty() {
            return Ok(());
        }
        let _lock = self.write_lock().await?;
        Entity::delete_many()
            .filter(Column::AccountId.is_in(gone))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    async fn newest_change(&self) -> Result<i64, DbErr> {
        let newest = Entity::find().order_by_desc(Column::Id).one(&self.db);
        Ok(newest.await?.map_or(0, |change| change.id))
    }

    async fn merge_changes_of(&self, account_id: Uuid) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        let merged = room_list_change::ActiveModel {
            account_id: Set(account_id),
            ..Default::default()
        };
        let merged = Entity::insert(merged).exec(&*write).await?.last_insert_id;
        Entity::delete_many()
            .filter(Column::AccountId.eq(account_id))
            .filter(Column::Id.lt(merged))
            .exec(&*write)
            .await?;
        write.commit().await
    }
}
