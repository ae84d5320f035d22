//! Meetings of permanent rooms, past and running: when they were, and the largest number of people.
//!
//! A meeting is a room and the conference server's creation time. Nobody's name is stored.

use std::cmp::{max, min};
use std::time::Duration;

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait as _, Condition, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::entity::room_meeting;
use super::{Store, Write};
use crate::clock::Moment;

/// How long after it was last seen a meeting ends at the latest, if nobody reported its end.
pub const SEEN_EVERY: Duration = Duration::from_mins(10);

/// A meeting, as the conference server tells it from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeetingKey {
    /// The room.
    pub room: Uuid,
    /// The creation time in the conference server's milliseconds.
    pub create_time: i64,
}

/// A meeting that has not ended, as far as is known.
pub struct OpenMeeting {
    /// Which one.
    pub key: MeetingKey,
    /// The largest number of people seen in it.
    pub most_people: u32,
}

/// A meeting of a room.
#[derive(Clone, Copy, Debug)]
pub struct RoomMeeting {
    /// The start.
    pub started_at: Moment,
    /// The end; `None` while it runs.
    pub ended_at: Option<Moment>,
    /// The largest number of people seen in it at once; `None` if nobody was.
    pub most_people: Option<u32>,
}

impl From<room_meeting::Model> for RoomMeeting {
    fn from(row: room_meeting::Model) -> Self {
        Self {
            started_at: row.started_at,
            ended_at: row.ended_at,
            most_people: u32::try_from(row.most_people)
                .ok()
                .filter(|people| *people > 0),
        }
    }
}

impl Store {
    /// Records that a meeting has started, and that earlier ones of the room have ended. One that is recorded already
    /// has not ended, whatever was found of it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn open_room_meeting(&self, key: MeetingKey, now: Moment) -> Result<(), DbErr> {
        let known = room_meeting::Entity::find_by_id((key.room, key.create_time));
        if let Some(known) = known.one(&self.db).await? {
            return match known.ended_at {
                None => Ok(()),
                Some(_) => self.reopen_meeting(key, now).await,
            };
        }
        let write = self.begin_write().await?;
        let before = others_of(key);
        for row in before.all(&*write).await? {
            let ended_at = unreported_end(&row, now);
            end(&write, key_of(&row), ended_at).await?;
        }
        let row = room_meeting::Model {
            room_id: key.room,
            create_time: key.create_time,
            started_at: now,
            seen_at: now,
            ended_at: None,
            most_people: 0,
        };
        room_meeting::Entity::insert(room_meeting::ActiveModel::from(row))
            .on_conflict(
                OnConflict::columns([
                    room_meeting::Column::RoomId,
                    room_meeting::Column::CreateTime,
                ])
                .do_nothing()
                .to_owned(),
            )
            .exec_without_returning(&*write)
            .await?;
        write.commit().await
    }

    async fn reopen_meeting(&self, key: MeetingKey, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        room_meeting::Entity::update_many()
            .col_expr(room_meeting::Column::EndedAt, Expr::value(None::<i64>))
            .col_expr(room_meeting::Column::SeenAt, Expr::value(now.0))
            .filter(is_meeting(key))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Raises the largest number of people of meetings. Numbers that are not larger change nothing.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn raise_most_people(&self, seen: &[(MeetingKey, u32)]) -> Result<(), DbErr> {
        if seen.is_empty() {
            return Ok(());
        }
        let write = self.begin_write().await?;
        for (key, people) in in_order(seen) {
            let people = i32::try_from(people).unwrap_or(i32::MAX);
            room_meeting::Entity::update_many()
                .col_expr(room_meeting::Column::MostPeople, Expr::value(people))
                .filter(is_meeting(key))
                .filter(room_meeting::Column::MostPeople.lt(people))
                .exec(&*write)
                .await?;
        }
        write.commit().await
    }

    /// The meetings of a room that are not known to have ended.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn open_meetings_of(&self, room_id: Uuid) -> Result<Vec<MeetingKey>, DbErr> {
        let rows = room_meeting::Entity::find()
            .filter(room_meeting::Column::RoomId.eq(room_id))
            .filter(room_meeting::Column::EndedAt.is_null())
            .all(&self.db)
            .await?;
        Ok(rows.iter().map(key_of).collect())
    }

    /// Records that meetings have ended now. Does nothing for those whose end is known.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn end_meetings(&self, keys: &[MeetingKey], now: Moment) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        for key in in_order(keys) {
            end(&write, key, now).await?;
        }
        write.commit().await
    }

    /// Records that a meeting has ended some time after it was last seen. Does nothing if its end is known.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn end_unreported_meeting(&self, key: MeetingKey, now: Moment) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        let row = room_meeting::Entity::find_by_id((key.room, key.create_time));
        if let Some(row) = row.one(&*write).await? {
            end(&write, key, unreported_end(&row, now)).await?;
        }
        write.commit().await
    }

    /// The meetings that are not known to have ended.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn open_room_meetings(&self) -> Result<Vec<OpenMeeting>, DbErr> {
        let rows = room_meeting::Entity::find()
            .filter(room_meeting::Column::EndedAt.is_null())
            .all(&self.db)
            .await?;
        let open = rows.iter().map(|row| OpenMeeting {
            key: key_of(row),
            most_people: u32::try_from(row.most_people).unwrap_or_default(),
        });
        Ok(open.collect())
    }

    /// Records that meetings have not ended yet.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn see_room_meetings(&self, keys: &[MeetingKey], now: Moment) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        for key in in_order(keys) {
            room_meeting::Entity::update_many()
                .col_expr(room_meeting::Column::SeenAt, Expr::value(now.0))
                .filter(is_meeting(key))
                .filter(room_meeting::Column::EndedAt.is_null())
                .filter(room_meeting::Column::SeenAt.lt(now))
                .exec(&*write)
                .await?;
        }
        write.commit().await
    }

    /// The number of meetings of a room that started after `since`, and the newest of them, at most `most`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn meetings_of_room(
        &self,
        room_id: Uuid,
        since: Moment,
        most: u64,
    ) -> Result<(u64, Vec<RoomMeeting>), DbErr> {
        let all = room_meeting::Entity::find()
            .filter(room_meeting::Column::RoomId.eq(room_id))
            .filter(room_meeting::Column::StartedAt.gt(since));
        let count = all.clone().count(&self.db).await?;
        let newest = all
            .order_by_desc(room_meeting::Column::StartedAt)
            .order_by_desc(room_meeting::Column::CreateTime)
            .limit(most)
            .all(&self.db)
            .await?;
        Ok((count, newest.into_iter().map(RoomMeeting::from).collect()))
    }

    /// Forgets meetings that did not start after `since`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_room_meetings(&self, since: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        room_meeting::Entity::delete_many()
            .filter(room_meeting::Column::StartedAt.lte(since))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// In the order in which every transaction locks rows, so that no two wait for each other.
fn in_order<T: Copy + Ord>(of_meetings: &[T]) -> Vec<T> {
    let mut sorted = of_meetings.to_vec();
    sorted.sort_unstable();
    sorted
}

fn key_of(row: &room_meeting::Model) -> MeetingKey {
    MeetingKey {
        room: row.room_id,
        create_time: row.create_time,
    }
}

fn is_meeting(key: MeetingKey) -> Condition {
    Condition::all()
        .add(room_meeting::Column::RoomId.eq(key.room))
        .add(room_meeting::Column::CreateTime.eq(key.create_time))
}

/// Other meetings of the room that are not known to have ended.
fn others_of(key: MeetingKey) -> sea_orm::Select<room_meeting::Entity> {
    room_meeting::Entity::find()
        .filter(room_meeting::Column::RoomId.eq(key.room))
        .filter(room_meeting::Column::CreateTime.ne(key.create_time))
        .filter(room_meeting::Column::EndedAt.is_null())
}

/// The end of a meeting that nobody reported: now, but not long after it was last seen, as the backend may have been
/// stopped meanwhile.
fn unreported_end(row: &room_meeting::Model, now: Moment) -> Moment {
    max(row.started_at, min(now, row.seen_at.plus(SEEN_EVERY)))
}

async fn end(write: &Write, key: MeetingKey, ended_at: Moment) -> Result<(), DbErr> {
    room_meeting::Entity::update_many()
        .col_expr(room_meeting::Column::EndedAt, Expr::value(ended_at.0))
        .filter(is_meeting(key))
        .filter(room_meeting::Column::EndedAt.is_null())
        .exec(&**write)
        .await?;
    Ok(())
}
