//! Warnings that unused rooms and accounts will be deleted: one mail for an owner.

use std::collections::HashSet;
use std::time::Duration;

use parvis_contract::language::Language;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, DbErr, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::{
    CLOCK_TOLERANCE, Term, is_unused_account, is_unused_room, is_warned_account, is_warned_room,
    last_use,
};
use crate::clock::Moment;
use crate::storage::entity::{account, room, unused_warning};
use crate::storage::outgoing_mails::{self, NewMail};
use crate::storage::{Store, Write};

/// How long after a warning its owner gets no other one: longer than a mail is tried. One that was not sent by then
/// counts for nothing, and is written anew.
const NEXT_WARNING: Duration = Duration::from_hours(14 * 24);

/// How long a warning is kept: longer than a mail is tried, and the warning counts.
const KEPT: Duration = Duration::from_hours(75 * 24);

/// After how long without use rooms and accounts are deleted; `None` if no such thing is.
#[derive(Clone, Copy)]
pub struct Terms {
    /// Rooms.
    pub rooms: Option<Term>,
    /// Accounts.
    pub accounts: Option<Term>,
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
    /// Accounts, at most `most`, that a mail can reach and that are to be warned of themselves.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn accounts_to_warn(&self, term: Term, most: u64) -> Result<Vec<Uuid>, DbErr> {
        account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(is_unwarned_account(term))
            .filter(may_be_written_to(term.now))
            .order_by_asc(account::Column::LastUsedAt)
            .limit(most)
            .into_tuple()
            .all(&self.db)
            .await
    }

    /// The owners of rooms, at most `most`, that a mail can reach and that are to be warned of rooms.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn owners_to_warn(&self, term: Term, most: u64) -> Result<Vec<Uuid>, DbErr> {
        let owner = Query::select()
            .column((account::Entity, account::Column::Id))
            .from(account::Entity)
            .and_where(
                Expr::col((account::Entity, account::Column::Id))
                    .equals((room::Entity, room::Column::OwnerId)),
            )
            .cond_where(may_be_written_to(term.now))
            .take();
        let mut owners: Vec<Uuid> = room::Entity::find()
            .select_only()
            .column(room::Column::OwnerId)
            .filter(is_unwarned_room(term))
            .filter(Expr::exists(owner))
            .order_by_asc(last_use::of_room())
            .limit(most)
            .into_tuple()
            .all(&self.db)
            .await?;
        let mut known = HashSet::new();
        owners.retain(|owner| known.insert(*owner));
        Ok(owners)
    }

    /// Writes the mail that `compose` makes of what the owner is to be warned of, and records the warning; returns of
    /// how many rooms and accounts it warns. It does not if there is nothing to warn of any more, or another node has
    /// done it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn warn_owner(
        &self,
        account_id: Uuid,
        terms: Terms,
        now: Moment,
        compose: impl FnOnce(Unwarned) -> NewMail,
    ) -> Result<usize, DbErr> {
        let write = self.begin_write().await?;
        let owner = account::Entity::find_by_id(account_id)
            .lock_exclusive()
            .one(&*write)
            .await?;
        let Some(recipient) = owner.and_then(|owner| owner.email) else {
            return Ok(0);
        };
        // Other statements, so that PostgreSQL sees what was committed before the lock was free.
        let lately = unused_warning::Entity::find()
            .filter(unused_warning::Column::AccountId.eq(account_id))
            .filter(was_written_lately(now))
            .count(&*write)
            .await?;
        if lately > 0 {
            return Ok(0);
        }
        let account_is_unused = is_account_to_warn_of(&write, account_id, terms).await?;
        let (unused, rooms): (Vec<Uuid>, Vec<String>) = match terms.rooms {
            Some(term) => rooms_of(&write, account_id, is_unwarned_room(term)).await?,
            None => Vec::new(),
        }
        .into_iter()
        .unzip();
        if !account_is_unused && unused.is_empty() {
            return Ok(0);
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
        Ok(unused.len() + usize::from(account_is_unused))
    }

    /// Forgets warnings that no longer count, and those of the future, which a clock that jumped has left: nobody knows
    /// what was used before they are past.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_warnings(&self, now: Moment) -> Result<(), DbErr> {
        let future = now.plus(CLOCK_TOLERANCE);
        let never_count = Condition::any()
            .add(unused_warning::Column::WrittenAt.lte(now.minus(KEPT)))
            .add(unused_warning::Column::WrittenAt.gt(future))
            .add(unused_warning::Column::SentAt.gt(future));
        let _lock = self.write_lock().await?;
        unused_warning::Entity::delete_many()
            .filter(never_count)
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// Accounts with an address to which no warning was written lately.
fn may_be_written_to(now: Moment) -> Condition {
    let lately = Query::select()
        .column((unused_warning::Entity, unused_warning::Column::Id))
        .from(unused_warning::Entity)
        .and_where(
            Expr::col((unused_warning::Entity, unused_warning::Column::AccountId))
                .equals((account::Entity, account::Column::Id)),
        )
        .cond_where(was_written_lately(now))
        .take();
    Condition::all()
        .add(account::Column::Email.is_not_null())
        .add(account::Column::PurgedAt.is_null())
        .add(Expr::exists(lately).not())
}

/// One of the future was written by a clock that jumped.
fn was_written_lately(now: Moment) -> Condition {
    Condition::all()
        .add(unused_warning::Column::WrittenAt.gt(now.minus(NEXT_WARNING)))
        .add(unused_warning::Column::WrittenAt.lte(now.plus(CLOCK_TOLERANCE)))
}

fn is_unwarned_room(term: Term) -> Condition {
    is_unused_room(term.to_warn_since()).add(is_warned_room(term, term.now).not())
}

fn is_unwarned_account(term: Term) -> Condition {
    is_unused_account(term.to_warn_since()).add(is_warned_account(term, term.now).not())
}

async fn is_account_to_warn_of(
    write: &Write,
    account_id: Uuid,
    terms: Terms,
) -> Result<bool, DbErr> {
    let Some(term) = terms.accounts else {
        return Ok(false);
    };
    let found = account::Entity::find_by_id(account_id)
        .filter(is_unwarned_account(term))
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
        // So that a use of any of them takes the warning of the account back.
        room::Entity::update_many()
            .col_expr(room::Column::UnusedWarningId, Expr::value(id))
            .filter(room::Column::OwnerId.eq(account_id))
            .filter(room::Column::DeletedAt.is_null())
            .filter(room::Column::UnusedWarningId.is_null())
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
