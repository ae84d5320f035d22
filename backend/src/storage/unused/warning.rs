//! Warnings that unused rooms and accounts will be deleted: one mail for an owner.

use std::time::Duration;

use parvis_contract::language::Language;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, DbErr, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::{is_unused_account, is_unused_room, is_warned_account, is_warned_room};
use crate::clock::Moment;
use crate::storage::entity::{account, room, unused_warning};
use crate::storage::outgoing_mails::{self, NewMail};
use crate::storage::{Store, Write};

/// How long after a warning its owner gets no other one: longer than a mail is tried. One that was not sent by then
/// counts for nothing, and is written anew.
const NEXT_WARNING: Duration = Duration::from_hours(14 * 24);

/// Since when rooms and accounts have not been used for their owners to be warned; `None` if no such thing is deleted.
#[derive(Clone, Copy)]
pub struct UnusedSince {
    /// Rooms.
    pub rooms: Option<Moment>,
    /// Accounts.
    pub accounts: Option<Moment>,
}

/// What an owner is to be warned of.
// No `Debug`: names and addresses must not be logged.
pub struct Unwarned {
    /// The address.
    pub recipient: String,
    /// The language of the owner's last room.
    pub language: Language,
    /// The names of unused rooms.
    pub rooms: Vec<String>,
    /// If the account is unused, the names of all its rooms.
    pub account: Option<Vec<String>>,
}

impl Store {
    /// The first accounts, at most `most`, that a mail can reach and that have something to be warned of.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn owners_to_warn(
        &self,
        since: UnusedSince,
        most: u64,
        now: Moment,
    ) -> Result<Vec<Uuid>, DbErr> {
        let mut concerned = Condition::any();
        if let Some(since) = since.accounts {
            concerned = concerned.add(is_unwarned_account(since, now));
        }
        if let Some(since) = since.rooms {
            let owners = Query::select()
                .column(room::Column::OwnerId)
                .from(room::Entity)
                .cond_where(is_unwarned_room(since, now))
                .take();
            concerned = concerned.add(account::Column::Id.in_subquery(owners));
        }
        if concerned.is_empty() {
            return Ok(Vec::new());
        }
        let lately = Query::select()
            .column(unused_warning::Column::AccountId)
            .from(unused_warning::Entity)
            .and_where(is_late(now))
            .take();
        account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::Email.is_not_null())
            .filter(account::Column::PurgedAt.is_null())
            .filter(account::Column::Id.not_in_subquery(lately))
            .filter(concerned)
            .order_by_asc(account::Column::Id)
            .limit(most)
            .into_tuple()
            .all(&self.db)
            .await
    }

    /// Writes the mail that `compose` makes of what the owner is to be warned of, and records the warning; returns
    /// whether it did. It does not if there is nothing to warn of any more, or another node has done it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn warn_owner(
        &self,
        account_id: Uuid,
        since: UnusedSince,
        now: Moment,
        compose: impl FnOnce(Unwarned) -> NewMail,
    ) -> Result<bool, DbErr> {
        let write = self.begin_write().await?;
        let owner = account::Entity::find_by_id(account_id)
            .lock_exclusive()
            .one(&*write)
            .await?;
        let Some(recipient) = owner.and_then(|owner| owner.email) else {
            return Ok(false);
        };
        // Other statements, so that PostgreSQL sees what was committed before the lock was free.
        let lately = unused_warning::Entity::find()
            .filter(unused_warning::Column::AccountId.eq(account_id))
            .filter(is_late(now))
            .count(&*write)
            .await?;
        if lately > 0 {
            return Ok(false);
        }
        let account_is_unused = is_account_to_warn_of(&write, account_id, since, now).await?;
        let (unused, rooms): (Vec<Uuid>, Vec<String>) = match since.rooms {
            Some(since) => rooms_of(&write, account_id, is_unwarned_room(since, now)).await?,
            None => Vec::new(),
        }
        .into_iter()
        .unzip();
        if !account_is_unused && unused.is_empty() {
            return Ok(false);
        }
        let account = if account_is_unused {
            let permanent = Condition::all()
                .add(room::Column::DeletedAt.is_null())
                .add(room::Column::TemporaryUntil.is_null());
            let all = rooms_of(&write, account_id, permanent).await?;
            Some(all.into_iter().map(|(_, name)| name).collect())
        } else {
            None
        };
        let mail = compose(Unwarned {
            recipient,
            language: language_of(&write, account_id).await?,
            rooms,
            account,
        });
        record(&write, mail.id, account_id, account_is_unused, &unused, now).await?;
        outgoing_mails::enqueue(&write, mail, now).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Forgets warnings that no room and no account refers to.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_old_warnings(&self, now: Moment) -> Result<(), DbErr> {
        let of_rooms = Query::select()
            .column(room::Column::UnusedWarningId)
            .from(room::Entity)
            .and_where(room::Column::UnusedWarningId.is_not_null())
            .and_where(room::Column::DeletedAt.is_null())
            .take();
        let of_accounts = Query::select()
            .column(account::Column::UnusedWarningId)
            .from(account::Entity)
            .and_where(account::Column::UnusedWarningId.is_not_null())
            .take();
        let _lock = self.write_lock().await?;
        unused_warning::Entity::delete_many()
            .filter(unused_warning::Column::WrittenAt.lte(now.minus(NEXT_WARNING)))
            .filter(unused_warning::Column::Id.not_in_subquery(of_rooms))
            .filter(unused_warning::Column::Id.not_in_subquery(of_accounts))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

fn is_late(now: Moment) -> sea_orm::sea_query::SimpleExpr {
    unused_warning::Column::WrittenAt.gt(now.minus(NEXT_WARNING))
}

fn is_unwarned_room(since: Moment, now: Moment) -> Condition {
    is_unused_room(since).add(is_warned_room(now).not())
}

fn is_unwarned_account(since: Moment, now: Moment) -> Condition {
    is_unused_account(since).add(is_warned_account(now).not())
}

async fn is_account_to_warn_of(
    write: &Write,
    account_id: Uuid,
    since: UnusedSince,
    now: Moment,
) -> Result<bool, DbErr> {
    let Some(since) = since.accounts else {
        return Ok(false);
    };
    let found = account::Entity::find_by_id(account_id)
        .filter(is_unwarned_account(since, now))
        .count(&**write)
        .await?;
    Ok(found == 1)
}

/// Identifiers and names of rooms of an account, by name.
async fn rooms_of(
    write: &Write,
    account_id: Uuid,
    condition: Condition,
) -> Result<Vec<(Uuid, String)>, DbErr> {
    room::Entity::find()
        .select_only()
        .columns([room::Column::Id, room::Column::Name])
        .filter(room::Column::OwnerId.eq(account_id))
        .filter(condition)
        .order_by_asc(room::Column::Name)
        .order_by_asc(room::Column::Id)
        .into_tuple()
        .all(&**write)
        .await
}

/// The language of the room that an account has used last, of any kind.
async fn language_of(write: &Write, account_id: Uuid) -> Result<Language, DbErr> {
    let tag: Option<String> = room::Entity::find()
        .select_only()
        .column(room::Column::Language)
        .filter(room::Column::OwnerId.eq(account_id))
        .order_by_desc(room::Column::ActiveAt)
        .limit(1)
        .into_tuple()
        .one(&**write)
        .await?;
    Ok(tag
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or_default())
}

async fn record(
    write: &Write,
    id: Uuid,
    account_id: Uuid,
    of_account: bool,
    rooms: &[Uuid],
    now: Moment,
) -> Result<(), DbErr> {
    let row = unused_warning::ActiveModel {
        id: Set(id),
        account_id: Set(account_id),
        written_at: Set(now),
        sent_at: Set(None),
    };
    unused_warning::Entity::insert(row)
        .exec_without_returning(&**write)
        .await?;
    if of_account {
        account::Entity::update_many()
            .col_expr(account::Column::UnusedWarningId, Expr::value(id))
            .filter(account::Column::Id.eq(account_id))
            .exec(&**write)
            .await?;
    }
    // The number of parameters of a statement is limited.
    for rooms in rooms.chunks(500) {
        room::Entity::update_many()
            .col_expr(room::Column::UnusedWarningId, Expr::value(id))
            .filter(room::Column::Id.is_in(rooms.iter().copied()))
            .exec(&**write)
            .await?;
    }
    Ok(())
}
