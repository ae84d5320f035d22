//! Deleting unused rooms and accounts whose owners were warned.
//!
//! A room is deleted as by its owner. An account whose rooms have tombstones leaves a row that names nobody, until the
//! last tombstone goes: the rows of rooms go with that of their owner.

use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveEnum as _, ColumnTrait as _, Condition, DbErr, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::{
    Term, forget_warnings_to, is_unused_account, is_unused_room, is_warned_account, is_warned_room,
    last_use, rooms_of_account, warnings,
};
use crate::clock::Moment;
use crate::storage::audit::{self, AuditAction, NewEvent};
use crate::storage::entity::account::Sort;
use crate::storage::entity::{
    account, daily_count, delegation, favourite, outgoing_mail, recordings_seen, room, session,
};
use crate::storage::rooms::{Room, delete_if, lock_owner};
use crate::storage::{Store, Write};

/// How many rows of deleted accounts are deleted at a time.
const MOST_FORGOTTEN: u64 = 500;

impl Store {
    /// The first permanent rooms, at most `most`, that are to be deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms_to_purge(&self, term: Term, most: u64) -> Result<Vec<Room>, DbErr> {
        // Also said in the conditions: this way there is an index for it.
        let warned = warnings(term.now, term.warned_until());
        let rows = room::Entity::find()
            .filter(room::Column::UnusedWarningId.in_subquery(warned))
            .filter(is_room_to_purge(term))
            .order_by_asc(last_use::of_room())
            .limit(most)
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().map(Room::from).collect())
    }

    /// Deletes a room, as its owner would; returns whether it did. It does not if the room was used or handed over
    /// meanwhile, or another node has deleted it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn purge_room(&self, room: &Room, term: Term, now: Moment) -> Result<bool, DbErr> {
        let write = self.begin_write().await?;
        let condition = is_room_to_purge(term).add(room::Column::OwnerId.eq(room.owner_id));
        let event = room_event(room.owner_id, room.id, None);
        let is_deleted = delete_if(&write, room.id, condition, event, now).await?;
        write.commit().await?;
        Ok(is_deleted)
    }

    /// Accounts, at most `most` that were warned and as many that were not to be, that are to be deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn accounts_to_purge(&self, term: Term, most: u64) -> Result<Vec<Uuid>, DbErr> {
        let first = async |condition: Condition| {
            account::Entity::find()
                .select_only()
                .column(account::Column::Id)
                .filter(condition)
                .filter(is_unused_account(term.to_purge_since()))
                .order_by_asc(account::Column::LastUsedAt)
                .limit(most)
                .into_tuple()
                .all(&self.db)
                .await
        };
        // Also said in the conditions: this way there is an index for it.
        let warned = warnings(term.now, term.warned_until());
        let is_warned = account::Column::UnusedWarningId.in_subquery(warned);
        let mut accounts: Vec<Uuid> = first(is_warned_in_time(term).add(is_warned)).await?;
        accounts.extend(first(has_nothing()).await?);
        Ok(accounts)
    }

    /// The rooms of an account that are not deleted, of any kind.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms_of_account(&self, account_id: Uuid) -> Result<Vec<Room>, DbErr> {
        let rows = room::Entity::find()
            .filter(room::Column::OwnerId.eq(account_id))
            .filter(room::Column::DeletedAt.is_null())
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().map(Room::from).collect())
    }

    /// Deletes an account with its rooms, which are deleted as by their owner, and everything else of it; returns
    /// whether it did. It does not if it was used meanwhile, or another node has deleted it.
    ///
    /// # Errors
    ///
    /// When the database fails; nothing is deleted then.
    pub async fn purge_account(
        &self,
        account_id: Uuid,
        term: Term,
        now: Moment,
    ) -> Result<bool, DbErr> {
        let write = self.begin_write().await?;
        lock_owner(&write, account_id).await?;
        // Another statement, so that PostgreSQL sees what was committed before the lock was free.
        let found = account::Entity::find_by_id(account_id)
            .filter(is_account_to_purge(term))
            .one(&*write)
            .await?;
        let Some(account) = found else {
            return Ok(false);
        };
        let rooms: Vec<Uuid> = room::Entity::find()
            .select_only()
            .column(room::Column::Id)
            .filter(room::Column::OwnerId.eq(account_id))
            .filter(room::Column::DeletedAt.is_null())
            .order_by_asc(room::Column::Id)
            .into_tuple()
            .all(&*write)
            .await?;
        for id in rooms {
            let event = room_event(account_id, id, Some("with its account"));
            let unused = Condition::all().add(last_use::of_room().lte(term.to_purge_since().0));
            if !delete_if(&write, id, unused, event, now).await? {
                // Used in this moment: nothing is deleted.
                return Ok(false);
            }
        }
        delete_what_is_of(&write, account_id).await?;
        if let Some(email) = account.email {
            delete_waiting_mails(&write, account_id, &email).await?;
        }
        make_nameless(&write, account_id, now).await?;
        let event = NewEvent {
            action: AuditAction::AccountPurged,
            account: Some(account_id),
            room: None,
            detail: None,
        };
        audit::record(&*write, event, now).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Deletes the rows of deleted accounts of whose rooms no tombstone is left.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_purged_accounts(&self) -> Result<(), DbErr> {
        let with_rooms = Query::select()
            .column((room::Entity, room::Column::Id))
            .from(room::Entity)
            .and_where(
                Expr::col((room::Entity, room::Column::OwnerId))
                    .equals((account::Entity, account::Column::Id)),
            )
            .take();
        let ids: Vec<Uuid> = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::PurgedAt.is_not_null())
            .filter(Expr::exists(with_rooms).not())
            .limit(MOST_FORGOTTEN)
            .into_tuple()
            .all(&self.db)
            .await?;
        if ids.is_empty() {
            return Ok(());
        }
        let _lock = self.write_lock().await?;
        account::Entity::delete_many()
            .filter(account::Column::Id.is_in(ids))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// Rooms whose time is over. One whose owner has no address any more stays: a further warning would not arrive.
fn is_room_to_purge(term: Term) -> Condition {
    let reachable = Query::select()
        .column((account::Entity, account::Column::Id))
        .from(account::Entity)
        .and_where(
            Expr::col((account::Entity, account::Column::Id))
                .equals((room::Entity, room::Column::OwnerId)),
        )
        .and_where(account::Column::Email.is_not_null())
        .take();
    is_unused_room(term.to_purge_since())
        .add(is_warned_room(term, term.warned_until()))
        .add(Expr::exists(reachable))
}

/// Accounts whose time is over: those that were warned, and those that have no address and nothing to lose.
fn is_account_to_purge(term: Term) -> Condition {
    let is_due = Condition::any()
        .add(is_warned_in_time(term))
        .add(has_nothing());
    is_unused_account(term.to_purge_since()).add(is_due)
}

fn is_warned_in_time(term: Term) -> Condition {
    is_warned_account(term, term.warned_until()).add(account::Column::Email.is_not_null())
}

/// Accounts that no mail can reach, without a room of their own or of others.
fn has_nothing() -> Condition {
    let delegations = Query::select()
        .column((delegation::Entity, delegation::Column::Id))
        .from(delegation::Entity)
        .and_where(
            Expr::col((delegation::Entity, delegation::Column::AccountId))
                .equals((account::Entity, account::Column::Id)),
        )
        .take();
    Condition::all()
        .add(account::Column::Email.is_null())
        .add(Expr::exists(rooms_of_account(Condition::all())).not())
        .add(Expr::exists(delegations).not())
}

fn room_event(owner: Uuid, room: Uuid, detail: Option<&'static str>) -> NewEvent<'static> {
    NewEvent {
        action: AuditAction::RoomPurged,
        account: Some(owner),
        room: Some(room),
        detail,
    }
}

/// Deletes stars, looks, delegations, sessions, counts and warnings of an account.
async fn delete_what_is_of(write: &Write, account_id: Uuid) -> Result<(), DbErr> {
    favourite::Entity::delete_many()
        .filter(favourite::Column::AccountId.eq(account_id))
        .exec(&**write)
        .await?;
    recordings_seen::Entity::delete_many()
        .filter(recordings_seen::Column::AccountId.eq(account_id))
        .exec(&**write)
        .await?;
    delegation::Entity::delete_many()
        .filter(delegation::Column::AccountId.eq(account_id))
        .exec(&**write)
        .await?;
    session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account_id))
        .exec(&**write)
        .await?;
    daily_count::Entity::delete_many()
        .filter(daily_count::Column::AccountId.eq(account_id))
        .exec(&**write)
        .await?;
    forget_warnings_to(write, account_id).await
}

/// Deletes the mails to the person that are not sent yet, unless another account has the address as well.
async fn delete_waiting_mails(write: &Write, account_id: Uuid, email: &str) -> Result<(), DbErr> {
    let others = account::Entity::find()
        .filter(account::Column::Email.eq(email))
        .filter(account::Column::Id.ne(account_id))
        .count(&**write)
        .await?;
    if others == 0 {
        outgoing_mail::Entity::delete_many()
            .filter(outgoing_mail::Column::Recipient.eq(email))
            .exec(&**write)
            .await?;
    }
    Ok(())
}

/// Leaves a row that names nobody. Whoever signs in again has a new account.
async fn make_nameless(write: &Write, account_id: Uuid, now: Moment) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::Issuer, Expr::value(""))
        // Unique with the issuer.
        .col_expr(
            account::Column::Subject,
            Expr::value(account_id.to_string()),
        )
        .col_expr(account::Column::Name, Expr::value(""))
        .col_expr(account::Column::Email, Expr::value(None::<String>))
        .col_expr(
            account::Column::RoomSort,
            Expr::value(Sort::Date.to_value()),
        )
        .col_expr(account::Column::RoomsReversed, Expr::value(false))
        .col_expr(account::Column::UnusedWarningId, Expr::value(None::<Uuid>))
        .col_expr(account::Column::PurgedAt, Expr::value(now.0))
        .filter(account::Column::Id.eq(account_id))
        .exec(&**write)
        .await?;
    Ok(())
}
