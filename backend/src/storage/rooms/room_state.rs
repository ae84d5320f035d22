//! The state of a room that matters to those who wait for its meeting.

use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use crate::clock::Moment;
use crate::links::{Capability, EntryMethod};
use crate::storage::Store;
use crate::storage::entity::room;

/// The state of a room while somebody waits for its meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomState {
    /// The room.
    pub room: Uuid,
    /// The start of its last meeting.
    pub last_meeting_at: Option<Moment>,
    deleted_at: Option<Moment>,
    temporary_until: Option<Moment>,
    /// How many times each entry method was renewed, in the order of [`EntryMethod::ALL`].
    generations: [i32; 4],
}

type Row = (
    Uuid,
    Option<Moment>,
    Option<Moment>,
    Option<Moment>,
    i32,
    i32,
    i32,
    i32,
);

impl RoomState {
    /// The state of a room without renewals.
    #[cfg(test)]
    pub fn for_tests(room: Uuid, last_meeting_at: Option<Moment>) -> Self {
        Self {
            room,
            last_meeting_at,
            deleted_at: None,
            temporary_until: None,
            generations: [0; 4],
        }
    }

    /// Whether the capability is still valid.
    #[must_use]
    pub fn admits(&self, capability: &Capability, now: Moment) -> bool {
        let mut ways = EntryMethod::ALL.into_iter().zip(self.generations);
        let is_newest = ways.any(|(entry, generation)| {
            entry == capability.entry && generation.unsigned_abs() == capability.generation
        });
        is_newest
            && self.deleted_at.is_none()
            && self.temporary_until.is_none_or(|until| until > now)
    }
}

impl From<Row> for RoomState {
    fn from(row: Row) -> Self {
        let (room, last_meeting_at, deleted_at, temporary_until, moderator, attendee, signed, code) =
            row;
        Self {
            room,
            last_meeting_at,
            deleted_at,
            temporary_until,
            generations: [moderator, attendee, signed, code],
        }
    }
}

impl Store {
    /// The states of the known rooms among `rooms`, including tombstones.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn room_states(&self, rooms: &[Uuid]) -> Result<Vec<RoomState>, DbErr> {
        let mut room_states = Vec::with_capacity(rooms.len());
        // The number of parameters of a statement is limited.
        for rooms in rooms.chunks(500) {
            let rows: Vec<Row> = room::Entity::find()
                .filter(room::Column::Id.is_in(rooms.iter().copied()))
                .select_only()
                .columns([
                    room::Column::Id,
                    room::Column::LastMeetingAt,
                    room::Column::DeletedAt,
                    room::Column::TemporaryUntil,
                    room::Column::ModeratorGeneration,
                    room::Column::AttendeeGeneration,
                    room::Column::AuthenticatedGeneration,
                    room::Column::CodeGeneration,
                ])
                .into_tuple()
                .all(&self.db)
                .await?;
            room_states.extend(rows.into_iter().map(RoomState::from));
        }
        Ok(room_states)
    }
}
