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
    is_unused_account, is_unused_room, is_warned_account, is_warned_room, rooms_of_account,
};
use crate::clock::Moment;
use crate::storage::audit::{self, AuditAction, NewEvent};
use crate::storage::entity::account::Sort;
use crate::storage::entity::{
    account, daily_count, delegation, favourite, outgoing_mail, recordings_seen, room, session,
    unused_warning,
};
use crate::storage::rooms::{Room, delete_if, lock_owner};
use crate::storage::{Store, Write};

/// What is deleted now.
#[derive(Clone, Copy)]
pub struct Expiry {
    /// What was not used since,
    pub unused_since: Moment,
    /// and of which a warning was sent until then.
    pub warned_until: Moment,
}

impl Store {
    /// The first permanent rooms, at most `most`, that are to be deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms_to_purge(&self, expiry: Expiry, most: u64) -> Result<Vec<Room>, DbErr> {
        let rows = room::Entity::find()
            .filter(is_room_to_purge(expiry))
            .order_by_asc(room::Column::Id)
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
    pub async fn purge_room(
        &self,
        room: &Room,
        expiry: Expiry,
        now: Moment,
    ) -> Result<bool, DbErr> {
        let write = self.begin_write().await?;
        let condition = is_room_to_purge(expiry).add(room::Column::OwnerId.eq(room.owner_id));
        let event = room_event(room.owner_id, room.id, None);
        let is_deleted = delete_if(&write, room.id, condition, event, now).await?;
        write.commit().await?;
        Ok(is_deleted)
    }

    /// The first accounts, at most `most`, that are to be deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn accounts_to_purge(&self, expiry: Expiry, most: u64) -> Result<Vec<Uuid>, DbErr> {
        account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(is_account_to_purge(expiry))
            .order_by_asc(account::Column::Id)
            .limit(most)
            .into_tuple()
            .all(&self.db)
            .await
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
        expiry: Expiry,
        now: Moment,
    ) -> Result<bool, DbErr> {
        let write = self.begin_write().await?;
        lock_owner(&write, account_id).await?;
        // Another statement, so that PostgreSQL sees what was committed before the lock was free.
        let found = account::Entity::find_by_id(account_id)
            .filter(is_account_to_purge(expiry))
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
            let unused = Condition::all()
                .add(room::Column::LastUsedAt.lte(expiry.unused_since))
                .add(room::Column::ActiveAt.lte(expiry.unused_since));
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
        let _lock = self.write_lock().await?;
        account::Entity::delete_many()
            .filter(account::Column::PurgedAt.is_not_null())
            .filter(Expr::exists(with_rooms).not())
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// Rooms whose time is over. One whose owner has no address any more stays: a further warning would not arrive.
fn is_room_to_purge(expiry: Expiry) -> Condition {
    let reachable = Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where(account::Column::Email.is_not_null())
        .take();
    is_unused_room(expiry.unused_since)
        .add(is_warned_room(expiry.warned_until))
        .add(room::Column::OwnerId.in_subquery(reachable))
}

/// Accounts whose time is over: those that were warned, and those that have no address and nothing to lose.
fn is_account_to_purge(expiry: Expiry) -> Condition {
    let any_room = Condition::all();
    let warned = is_warned_account(expiry.warned_until).add(account::Column::Email.is_not_null());
    let has_nothing = Condition::all()
        .add(account::Column::Email.is_null())
        .add(Expr::exists(rooms_of_account(any_room)).not());
    is_unused_account(expiry.unused_since).add(Condition::any().add(warned).add(has_nothing))
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
    unused_warning::Entity::delete_many()
        .filter(unused_warning::Column::AccountId.eq(account_id))
        .exec(&**write)
        .await?;
    Ok(())
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
