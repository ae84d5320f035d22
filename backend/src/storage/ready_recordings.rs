//! Recordings that the conference server has reported as ready, and which of them are new to whom.
//!
//! Times of one room only grow, whatever the clocks of the nodes: each recording is ready after the one before, and
//! a look at the list is at the time of the last one in it. Both lock the room's row.

use std::cmp::{max, min};
use std::time::Duration;

use sea_orm::sea_query::{Expr, ExprTrait as _, IntoColumnRef, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, JoinType,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, RelationDef, RelationTrait as _, Select,
};
use uuid::Uuid;

use super::entity::{delegation, deleted_recording, ready_recording, recordings_seen, room};
use super::outgoing_mails::{self, NewMail};
use super::rooms::lock_owner;
use super::{Store, Write};
use crate::clock::Moment;

/// How long a recording is remembered. A report that comes later counts as the first.
const REMEMBERED: Duration = Duration::from_hours(90 * 24);

/// The result of a report that a recording is ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadyOutcome {
    /// It was the first about the recording.
    First,
    /// There was one before, or the recording is deleted already: nothing has changed.
    Repeated,
    /// The recording belongs to another room.
    OfAnotherRoom,
    /// There is no such permanent room, or it is deleted.
    NoRoom,
}

impl Store {
    /// Records that a recording of a room is ready; the first time also the mail that tells so.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn recording_ready(
        &self,
        room_id: Uuid,
        id: &str,
        mail: Option<NewMail>,
        now: Moment,
    ) -> Result<ReadyOutcome, DbErr> {
        let write = self.begin_write().await?;
        let Some(room) = locked_room(&write, room_id).await? else {
            return Ok(ReadyOutcome::NoRoom);
        };
        if room.deleted_at.is_some() || room.temporary_until.is_some() {
            return Ok(ReadyOutcome::NoRoom);
        }
        let deleted = deleted_recording::Entity::find_by_id(id)
            .one(&*write)
            .await?;
        if let Some(deleted) = deleted {
            return Ok(repeated(deleted.room_id, room_id));
        }
        let row = ready_recording::ActiveModel {
            id: Set(id.to_owned()),
            room_id: Set(room_id),
            ready_at: Set(after_last_ready(&write, room_id, now).await?),
        };
        let inserted = ready_recording::Entity::insert(row)
            .on_conflict(
                OnConflict::column(ready_recording::Column::Id)
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(&*write)
            .await?;
        if inserted == 0 {
            let known = ready_recording::Entity::find_by_id(id).one(&*write).await?;
            return Ok(known.map_or(ReadyOutcome::Repeated, |known| {
                repeated(known.room_id, room_id)
            }));
        }
        if let Some(mail) = mail {
            outgoing_mails::enqueue(&write, mail, now).await?;
        }
        write.commit().await?;
        Ok(ReadyOutcome::First)
    }

    /// When the last recording of a room became ready.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn last_ready_recording(&self, room_id: Uuid) -> Result<Option<Moment>, DbErr> {
        last_ready(&self.db, room_id).await
    }

    /// Records that an account has seen the recordings of a room that were ready at `as_of`. What it has seen before
    /// stays seen. The caller has checked that it may.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn recordings_seen(
        &self,
        account_id: Uuid,
        room_id: Uuid,
        as_of: Moment,
    ) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        // First, as where a room is handed over.
        lock_owner(&write, account_id).await?;
        locked_room(&write, room_id).await?;
        let Some(last) = last_ready(&*write, room_id).await? else {
            return Ok(());
        };
        let before = recordings_seen::Entity::find_by_id((account_id, room_id))
            .one(&*write)
            .await?;
        // What a browser sends never covers what becomes ready later.
        let as_of = min(as_of, last);
        let row = recordings_seen::ActiveModel {
            account_id: Set(account_id),
            room_id: Set(room_id),
            seen_at: Set(before.map_or(as_of, |before| max(before.seen_at, as_of))),
        };
        recordings_seen::Entity::insert(row)
            .on_conflict(
                OnConflict::columns([
                    recordings_seen::Column::AccountId,
                    recordings_seen::Column::RoomId,
                ])
                .update_column(recordings_seen::Column::SeenAt)
                .to_owned(),
            )
            .exec_without_returning(&*write)
            .await?;
        write.commit().await
    }

    /// Those of the accounts that own, or are a delegate of, a room with recordings that they have not seen, each with
    /// such a room, and when the last of these became ready. What became ready before somebody was a delegate is not
    /// new to them.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms_with_new_recordings(
        &self,
        accounts: &[Uuid],
    ) -> Result<Vec<(Uuid, Uuid, Moment)>, DbErr> {
        let mut rooms = Vec::new();
        // The number of parameters of a statement is limited.
        for accounts in accounts.chunks(500) {
            rooms.extend(self.new_recordings_of(accounts).await?);
        }
        Ok(rooms)
    }

    async fn new_recordings_of(
        &self,
        accounts: &[Uuid],
    ) -> Result<Vec<(Uuid, Uuid, Moment)>, DbErr> {
        type Unseen = (Uuid, Uuid, Moment);
        let accounts = || accounts.iter().copied();
        let owner = (room::Entity, room::Column::OwnerId);
        let of_owners = unseen_by(owner)
            .column_as(room::Column::OwnerId, "account_id")
            .group_by(room::Column::OwnerId)
            .filter(room::Column::OwnerId.is_in(accounts()));
        let delegate = (delegation::Entity, delegation::Column::AccountId);
        let of_delegates = unseen_by(delegate)
            .column_as(delegation::Column::AccountId, "account_id")
            .group_by(delegation::Column::AccountId)
            .join(JoinType::InnerJoin, delegation::Relation::Room.def().rev())
            .filter(delegation::Column::AccountId.is_in(accounts()))
            .filter(
                Expr::col((ready_recording::Entity, ready_recording::Column::ReadyAt)).gt(
                    Expr::col((delegation::Entity, delegation::Column::CreatedAt)),
                ),
            );
        let mut rooms = Vec::new();
        for select in [of_owners, of_delegates] {
            let select = select
                .column(ready_recording::Column::RoomId)
                .column_as(ready_recording::Column::ReadyAt.max(), "last")
                .group_by(ready_recording::Column::RoomId);
            rooms.extend(select.into_tuple::<Unseen>().all(&self.db).await?);
        }
        Ok(rooms)
    }

    /// Forgets recordings that became ready long ago.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_ready_recordings(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        ready_recording::Entity::delete_many()
            .filter(ready_recording::Column::ReadyAt.lte(now.minus(REMEMBERED)))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// The ready recordings of rooms, without those that the account in this column has seen.
fn unseen_by<C: IntoColumnRef>(account: C) -> Select<ready_recording::Entity> {
    use ready_recording::Column as Ready;
    use recordings_seen::Column as Seen;
    let seen = Query::select()
        .expr(Expr::value(1))
        .from(recordings_seen::Entity)
        .and_where(
            Expr::col((recordings_seen::Entity, Seen::RoomId))
                .equals((ready_recording::Entity, Ready::RoomId)),
        )
        .and_where(Expr::col((recordings_seen::Entity, Seen::AccountId)).equals(account))
        .and_where(
            Expr::col((recordings_seen::Entity, Seen::SeenAt))
                .gte(Expr::col((ready_recording::Entity, Ready::ReadyAt))),
        )
        .take();
    let deleted = Query::select()
        .column(deleted_recording::Column::Id)
        .from(deleted_recording::Entity)
        .take();
    ready_recording::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, to_room())
        .filter(room::Column::DeletedAt.is_null())
        .filter(Expr::exists(seen).not())
        .filter(Ready::Id.not_in_subquery(deleted))
}

fn to_room() -> RelationDef {
    ready_recording::Entity::belongs_to(room::Entity)
        .from(ready_recording::Column::RoomId)
        .to(room::Column::Id)
        .into()
}

/// Whether a report about a recording of `known` fits a room.
fn repeated(known: Uuid, room_id: Uuid) -> ReadyOutcome {
    if known == room_id {
        ReadyOutcome::Repeated
    } else {
        ReadyOutcome::OfAnotherRoom
    }
}

/// Locks the room's row until the transaction ends. (SQLite has one writer at a time and no row locks.)
async fn locked_room(write: &Write, room_id: Uuid) -> Result<Option<room::Model>, DbErr> {
    room::Entity::find_by_id(room_id)
        .lock_exclusive()
        .one(&**write)
        .await
}

/// Now, or later than the last recording of the room that became ready and than the last look at them, which another
/// node's clock may have put ahead.
async fn after_last_ready(write: &Write, room_id: Uuid, now: Moment) -> Result<Moment, DbErr> {
    let look = recordings_seen::Entity::find()
        .filter(recordings_seen::Column::RoomId.eq(room_id))
        .order_by_desc(recordings_seen::Column::SeenAt)
        .one(&**write)
        .await?;
    let look = look.map(|look| look.seen_at);
    let last = max(look, last_ready(&**write, room_id).await?);
    let after = last.map(|last| last.plus(Duration::from_millis(1)));
    Ok(after.map_or(now, |after| max(after, now)))
}

async fn last_ready(db: &impl ConnectionTrait, room_id: Uuid) -> Result<Option<Moment>, DbErr> {
    let last = ready_recording::Entity::find()
        .filter(ready_recording::Column::RoomId.eq(room_id))
        .order_by_desc(ready_recording::Column::ReadyAt)
        .one(db)
        .await?;
    Ok(last.map(|last| last.ready_at))
}
