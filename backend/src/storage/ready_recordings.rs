//! Recordings that the conference server has reported as ready, and which of them are new to whom.
//!
//! Times of one room only grow, whatever the clocks of the nodes: a recording is ready after the last look at the
//! room's recordings, and a look is not before the last recording that became ready. Both lock the room's row.

use std::cmp::max;
use std::time::Duration;

use sea_orm::sea_query::{Expr, ExprTrait as _, IntoColumnRef, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationDef, RelationTrait as _, Select,
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
            ready_at: Set(after_last_look(&write, room_id, now).await?),
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

    /// Records that an account has looked at the recordings of a room. The caller has checked that it may.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn recordings_seen(
        &self,
        account_id: Uuid,
        room_id: Uuid,
        now: Moment,
    ) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        // First, as where a room is handed over.
        lock_owner(&write, account_id).await?;
        locked_room(&write, room_id).await?;
        let newest = ready_recording::Entity::find()
            .filter(ready_recording::Column::RoomId.eq(room_id))
            .order_by_desc(ready_recording::Column::ReadyAt)
            .one(&*write)
            .await?;
        let row = recordings_seen::ActiveModel {
            account_id: Set(account_id),
            room_id: Set(room_id),
            seen_at: Set(newest.map_or(now, |newest| max(newest.ready_at, now))),
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
    /// such a room. What became ready before somebody was a delegate is not new to them.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms_with_new_recordings(
        &self,
        accounts: &[Uuid],
    ) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
        let mut rooms = Vec::new();
        // The number of parameters of a statement is limited.
        for accounts in accounts.chunks(500) {
            rooms.extend(self.new_recordings_of(accounts).await?);
        }
        Ok(rooms)
    }

    async fn new_recordings_of(&self, accounts: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
        let accounts = || accounts.iter().copied();
        let owner = (room::Entity, room::Column::OwnerId);
        let of_owners = unseen_by(owner)
            .column_as(room::Column::OwnerId, "account_id")
            .filter(room::Column::OwnerId.is_in(accounts()));
        let delegate = (delegation::Entity, delegation::Column::AccountId);
        let of_delegates = unseen_by(delegate)
            .column_as(delegation::Column::AccountId, "account_id")
            .join(JoinType::InnerJoin, delegation::Relation::Room.def().rev())
            .filter(delegation::Column::AccountId.is_in(accounts()))
            .filter(
                Expr::col((ready_recording::Entity, ready_recording::Column::ReadyAt)).gt(
                    Expr::col((delegation::Entity, delegation::Column::CreatedAt)),
                ),
            );
        let mut rooms = Vec::new();
        for select in [of_owners, of_delegates] {
            let select = select.column(ready_recording::Column::RoomId);
            rooms.extend(select.into_tuple::<(Uuid, Uuid)>().all(&self.db).await?);
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
        .distinct()
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

/// Now, or later than the last look at the room's recordings, which another node's clock may have put ahead.
async fn after_last_look(write: &Write, room_id: Uuid, now: Moment) -> Result<Moment, DbErr> {
    let last = recordings_seen::Entity::find()
        .filter(recordings_seen::Column::RoomId.eq(room_id))
        .order_by_desc(recordings_seen::Column::SeenAt)
        .one(&**write)
        .await?;
    let after = last.map(|look| look.seen_at.plus(Duration::from_millis(1)));
    Ok(after.map_or(now, |after| max(after, now)))
}
