//! Account linking: moving the data of an account to another one.

use std::fmt;

use parvis_contract::order::{RoomOrder, RoomSort};
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::clock::Moment;
use crate::storage::audit::{self, AuditAction, NewEvent};
use crate::storage::entity::{account, delegation, favourite, recordings_seen, room, session};
use crate::storage::{Store, Write};

/// An account with its verified e-mail address.
#[derive(Clone, PartialEq, Eq)]
pub struct KnownAccount {
    /// The identifier.
    pub id: Uuid,
    /// The verified e-mail address, in lower case; `None` if none was reported at the last sign-in.
    pub email: Option<String>,
}

// Not derived: the address must not be logged.
impl fmt::Debug for KnownAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KnownAccount")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// The number of accounts of each identity provider, by issuer.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn issuers(&self) -> Result<Vec<(String, i64)>, DbErr> {
        account::Entity::find()
            .select_only()
            .column(account::Column::Issuer)
            .column_as(account::Column::Id.count(), "accounts")
            .filter(account::Column::PurgedAt.is_null())
            .group_by(account::Column::Issuer)
            .order_by_asc(account::Column::Issuer)
            .into_tuple()
            .all(&self.db)
            .await
    }

    /// All accounts of an identity provider, in no order.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn accounts_of_issuer(&self, issuer: &str) -> Result<Vec<KnownAccount>, DbErr> {
        let rows = account::Entity::find()
            .filter(account::Column::Issuer.eq(issuer))
            .all(&self.db)
            .await?;
        let known = rows.into_iter().map(|row| KnownAccount {
            id: row.id,
            email: row.email,
        });
        Ok(known.collect())
    }

    /// The number of permanent rooms of a person.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn count_rooms(&self, owner_id: Uuid) -> Result<u64, DbErr> {
        room::Entity::find()
            .filter(room::Column::OwnerId.eq(owner_id))
            .filter(room::Column::DeletedAt.is_null())
            .filter(room::Column::TemporaryUntil.is_null())
            .count(&self.db)
            .await
    }

    /// Moves everything from `old` to `new`, ends the sessions of `old` and deletes it, in one transaction;
    /// returns whether it did. It does not if either account is gone, or if they are no longer the only ones of
    /// their providers with one address.
    ///
    /// # Errors
    ///
    /// When the database fails; nothing is changed then.
    pub async fn link_accounts(&self, old: Uuid, new: Uuid, now: Moment) -> Result<bool, DbErr> {
        let write = self.begin_write().await?;
        let rows = locked(&write, old, new).await?;
        let account = |id: Uuid| rows.iter().find(|row| row.id == id);
        let (Some(former), Some(present)) = (account(old), account(new)) else {
            return Ok(false);
        };
        if !are_one_person(&write, former, present).await? {
            return Ok(false);
        }
        move_rooms(&write, old, new).await?;
        move_favourites(&write, old, new).await?;
        move_delegations(&write, old, new).await?;
        move_looks(&write, old, new).await?;
        if order(present) == RoomOrder::default() {
            // Keeps the former order if none was chosen since.
            let chosen = account::ActiveModel {
                id: Set(new),
                room_sort: Set(former.room_sort),
                rooms_reversed: Set(former.rooms_reversed),
                ..Default::default()
            };
            account::Entity::update(chosen).exec(&*write).await?;
        }
        session::Entity::delete_many()
            .filter(session::Column::AccountId.eq(old))
            .exec(&*write)
            .await?;
        account::Entity::delete_by_id(old).exec(&*write).await?;
        let event = NewEvent {
            action: AuditAction::AccountLinked,
            account: Some(new),
            room: None,
            detail: None,
        };
        audit::record(&*write, event, now).await?;
        write.commit().await?;
        Ok(true)
    }
}

/// Whether both accounts, and no others of their providers, have the same address.
async fn are_one_person(
    write: &Write,
    former: &account::Model,
    present: &account::Model,
) -> Result<bool, DbErr> {
    let Some(email) = former.email.as_deref() else {
        return Ok(false);
    };
    if former.issuer == present.issuer || present.email.as_deref() != Some(email) {
        return Ok(false);
    }
    let bearers = account::Entity::find()
        .filter(account::Column::Email.eq(email))
        .filter(account::Column::Issuer.is_in([&former.issuer, &present.issuer]))
        .count(&**write)
        .await?;
    Ok(bearers == 2)
}

fn order(row: &account::Model) -> RoomOrder {
    RoomOrder {
        by: RoomSort::from(row.room_sort),
        reversed: row.rooms_reversed,
    }
}

/// Locks both rows until the transaction ends, so that concurrent room creations come before or after. Always
/// in the same order, so that two commands cannot deadlock.
async fn locked(write: &Write, old: Uuid, new: Uuid) -> Result<Vec<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::Id.is_in([old, new]))
        .order_by_asc(account::Column::Id)
        .lock_exclusive()
        .all(&**write)
        .await
}

async fn move_rooms(write: &Write, old: Uuid, new: Uuid) -> Result<(), DbErr> {
    // An idempotency key belongs to one request of one account. A key that both accounts have used is dropped
    // instead of preventing the link.
    let taken = Query::select()
        .column(room::Column::CreationKey)
        .from(room::Entity)
        .and_where(room::Column::OwnerId.eq(new))
        .and_where(room::Column::CreationKey.is_not_null())
        .take();
    room::Entity::update_many()
        .col_expr(room::Column::CreationKey, Expr::value(None::<String>))
        .filter(room::Column::OwnerId.eq(old))
        .filter(room::Column::CreationKey.in_subquery(taken))
        .exec(&**write)
        .await?;
    room::Entity::update_many()
        .col_expr(room::Column::OwnerId, Expr::value(new))
        .filter(room::Column::OwnerId.eq(old))
        .exec(&**write)
        .await?;
    Ok(())
}

async fn move_favourites(write: &Write, old: Uuid, new: Uuid) -> Result<(), DbErr> {
    let starred: Vec<Uuid> = favourite::Entity::find()
        .filter(favourite::Column::AccountId.eq(old))
        .select_only()
        .column(favourite::Column::RoomId)
        .into_tuple()
        .all(&**write)
        .await?;
    // The number of parameters of a statement is limited.
    for rooms in starred.chunks(500) {
        let rows = rooms.iter().map(|room_id| favourite::ActiveModel {
            account_id: Set(new),
            room_id: Set(*room_id),
        });
        favourite::Entity::insert_many(rows)
            .on_conflict(
                OnConflict::columns([favourite::Column::AccountId, favourite::Column::RoomId])
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(&**write)
            .await?;
    }
    favourite::Entity::delete_many()
        .filter(favourite::Column::AccountId.eq(old))
        .exec(&**write)
        .await?;
    Ok(())
}

/// Moves delegations, after the rooms. Both accounts may be delegates of one room: the delegation to which the room
/// is offered is kept, else the former. Nobody is a delegate of an own room.
async fn move_delegations(write: &Write, old: Uuid, new: Uuid) -> Result<(), DbErr> {
    let own_rooms = Query::select()
        .column(room::Column::Id)
        .from(room::Entity)
        .and_where(room::Column::OwnerId.eq(new))
        .take();
    delegation::Entity::delete_many()
        .filter(delegation::Column::AccountId.is_in([old, new]))
        .filter(delegation::Column::RoomId.in_subquery(own_rooms))
        .exec(&**write)
        .await?;
    let rooms_of = |account: Uuid| {
        Query::select()
            .column(delegation::Column::RoomId)
            .from(delegation::Entity)
            .and_where(delegation::Column::AccountId.eq(account))
            .take()
    };
    let offered = rooms_of(new)
        .and_where(delegation::Column::OfferedAt.is_not_null())
        .take();
    for (account, rooms) in [(old, offered), (new, rooms_of(old))] {
        delegation::Entity::delete_many()
            .filter(delegation::Column::AccountId.eq(account))
            .filter(delegation::Column::RoomId.in_subquery(rooms))
            .exec(&**write)
            .await?;
    }
    delegation::Entity::update_many()
        .col_expr(delegation::Column::AccountId, Expr::value(new))
        .filter(delegation::Column::AccountId.eq(old))
        .exec(&**write)
        .await?;
    Ok(())
}

/// Moves when the account last looked at the recordings of rooms. Where both have looked, the look of `new` counts.
async fn move_looks(write: &Write, old: Uuid, new: Uuid) -> Result<(), DbErr> {
    use recordings_seen::{Column, Entity};
    let looked = Query::select()
        .column(Column::RoomId)
        .from(Entity)
        .and_where(Column::AccountId.eq(new))
        .take();
    Entity::delete_many()
        .filter(Column::AccountId.eq(old))
        .filter(Column::RoomId.in_subquery(looked))
        .exec(&**write)
        .await?;
    Entity::update_many()
        .col_expr(Column::AccountId, Expr::value(new))
        .filter(Column::AccountId.eq(old))
        .exec(&**write)
        .await?;
    Ok(())
}
