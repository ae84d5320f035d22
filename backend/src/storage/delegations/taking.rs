//! Taking delegations: those that wait for the address of an account become that account's.

use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait as _, Condition, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use crate::clock::Moment;
use crate::storage::entity::{account, delegation, room};
use crate::storage::rooms::lock_owner;
use crate::storage::{Store, Write};

impl Store {
    /// Lets an account of `issuer`, whose person has opened the portal, take the delegations that wait for its
    /// verified address, and records that it is active in all of its delegations. Returns whether anything was
    /// to do; usually not, and then nothing is written.
    ///
    /// Of two accounts with one address, the first takes a delegation: `account_id` is set only where it is empty.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_delegations(
        &self,
        account_id: Uuid,
        issuer: &str,
        now: Moment,
    ) -> Result<bool, DbErr> {
        // Two questions, as PostgreSQL answers one with `OR` by reading all delegations.
        let is_news = self.has_delegation(inactive(account_id)).await?
            || self.has_delegation(waiting_for(account_id, issuer)).await?;
        if !is_news {
            return Ok(false);
        }
        let write = self.begin_write().await?;
        // An account is a delegate of a room once: whatever makes it one locks the account first.
        lock_owner(&write, account_id).await?;
        delegation::Entity::update_many()
            .col_expr(delegation::Column::AccountId, Expr::value(account_id))
            .filter(waiting_for(account_id, issuer))
            .exec(&*write)
            .await?;
        delegation::Entity::update_many()
            .col_expr(delegation::Column::ActiveAt, Expr::value(now.0))
            .filter(inactive(account_id))
            .exec(&*write)
            .await?;
        lock_rooms(&write, account_id, now).await?;
        write.commit().await?;
        Ok(true)
    }

    async fn has_delegation(&self, condition: Condition) -> Result<bool, DbErr> {
        let found = delegation::Entity::find().filter(condition);
        Ok(found.limit(1).one(&self.db).await?.is_some())
    }
}

/// Locks the rooms that an account has become a delegate of, until the transaction ends: after the delegations, as
/// whatever changes both. A change of one of them, whose trigger does not see the new delegate, is committed before, so
/// the delegate reads it. (SQLite has one writer at a time and no row locks.)
async fn lock_rooms(write: &Write, account_id: Uuid, since: Moment) -> Result<(), DbErr> {
    let taken = Query::select()
        .column(delegation::Column::RoomId)
        .from(delegation::Entity)
        .and_where(delegation::Column::AccountId.eq(account_id))
        .and_where(delegation::Column::ActiveAt.eq(since))
        .take();
    room::Entity::find()
        .select_only()
        .column(room::Column::Id)
        .filter(room::Column::Id.in_subquery(taken))
        .order_by_asc(room::Column::Id)
        .lock_shared()
        .into_tuple::<Uuid>()
        .all(&**write)
        .await?;
    Ok(())
}

/// The delegations of an account whose person has not opened the portal since.
fn inactive(account_id: Uuid) -> Condition {
    Condition::all()
        .add(delegation::Column::AccountId.eq(account_id))
        .add(delegation::Column::ActiveAt.is_null())
}

/// The delegations that wait for the address of an account of `issuer`, but for rooms of which it already is the
/// owner or a delegate.
fn waiting_for(account_id: Uuid, issuer: &str) -> Condition {
    let own_delegations = Query::select()
        .column(delegation::Column::RoomId)
        .from(delegation::Entity)
        .and_where(delegation::Column::AccountId.eq(account_id))
        .take();
    let own_rooms = Query::select()
        .column(room::Column::Id)
        .from(room::Entity)
        .and_where(room::Column::OwnerId.eq(account_id))
        .take();
    let address = Query::select()
        .column(account::Column::Email)
        .from(account::Entity)
        .and_where(account::Column::Id.eq(account_id))
        .and_where(account::Column::Issuer.eq(issuer))
        .and_where(account::Column::Email.is_not_null())
        .take();
    Condition::all()
        .add(delegation::Column::AccountId.is_null())
        .add(delegation::Column::Email.in_subquery(address))
        .add(delegation::Column::RoomId.not_in_subquery(own_delegations))
        .add(delegation::Column::RoomId.not_in_subquery(own_rooms))
}
