//! The latest list of running meetings, and who sees which.

use std::collections::HashMap;
use std::time::Duration;

use parvis_contract::live::{Activity, Live, LiveRoom};
use tokio::time::Instant;
use uuid::Uuid;

use super::delegations::Delegations;
use crate::conference::{Conference, ConferenceError, Meeting};
use crate::storage::Store;
use crate::storage::room_meetings::MeetingKey;
use crate::storage::rooms::Room;

/// A listed room of this portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ListedRoom {
    /// The creation time of the meeting.
    create_time: i64,
    /// The number of participants.
    people: u32,
    /// The owner's account.
    owner: Uuid,
    /// Whether it belongs to a temporary meeting.
    is_temporary: bool,
}

impl ListedRoom {
    /// A room without participants yet.
    fn of(room: &Room) -> (Uuid, Self) {
        let listed = Self {
            create_time: 0,
            people: 0,
            owner: room.owner_id,
            is_temporary: room.temporary_until.is_some(),
        };
        (room.id, listed)
    }
}

/// The listed meetings of this portal.
#[derive(Default)]
pub struct Snapshot {
    /// Monotonic time, as the age of a response matters; `None` before the first.
    taken: Option<Instant>,
    rooms: HashMap<Uuid, ListedRoom>,
}

impl Snapshot {
    /// Queries the conference server for the meetings, and the database for their owners, which may have
    /// changed. If the database fails, the owners in `known` are used.
    pub(super) async fn take(
        conference: &Conference,
        store: &Store,
        known: &Self,
    ) -> Result<Self, ConferenceError> {
        let taken = Some(Instant::now());
        let running: HashMap<Uuid, Meeting> = conference
            .meetings()
            .await?
            .into_iter()
            .filter(|meeting| meeting.running)
            // Other identifiers belong to other portals.
            .filter_map(|meeting| Some((Uuid::parse_str(&meeting.id).ok()?, meeting)))
            .collect();
        let ids: Vec<Uuid> = running.keys().copied().collect();
        let rooms = match store.rooms(&ids).await {
            Ok(rooms) => rooms.iter().map(ListedRoom::of).collect(),
            Err(error) => {
                tracing::error!(%error, "whose meetings run is not known");
                known.rooms.clone()
            }
        };
        let of_meeting = |(id, room): (Uuid, ListedRoom)| {
            let meeting = running.get(&id)?;
            let listed = ListedRoom {
                create_time: meeting.create_time,
                people: meeting.people,
                ..room
            };
            Some((id, listed))
        };
        Ok(Self {
            taken,
            rooms: rooms.into_iter().filter_map(of_meeting).collect(),
        })
    }

    pub(super) fn is_younger_than(&self, age: Duration) -> bool {
        self.taken.is_some_and(|taken| taken.elapsed() < age)
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.rooms == other.rooms
    }

    /// The number of people in the meetings of permanent rooms.
    pub(super) fn people(&self) -> impl Iterator<Item = (MeetingKey, u32)> {
        let permanent = self.rooms.iter().filter(|(_, room)| !room.is_temporary);
        permanent.map(|(id, room)| {
            let create_time = room.create_time;
            (
                MeetingKey {
                    room: *id,
                    create_time,
                },
                room.people,
            )
        })
    }

    /// The meetings of a person's rooms, own and delegated ones; no recordings.
    #[must_use]
    pub fn of(&self, account: Uuid, delegations: &Delegations, with_activity: bool) -> Live {
        let mut rooms: Vec<LiveRoom> = self
            .rooms
            .iter()
            .filter(|(id, room)| room.owner == account || delegations.contains(**id))
            .filter(|(_, room)| !room.is_temporary)
            .map(|(id, room)| LiveRoom {
                id: *id,
                people: room.people,
            })
            .collect();
        rooms.sort_unstable_by_key(|room| room.id);
        let activity = with_activity.then(|| Activity {
            meetings: u32::try_from(self.rooms.len()).unwrap_or(u32::MAX),
            people: self.rooms.values().map(|room| room.people).sum(),
        });
        Live {
            rooms,
            rooms_version: delegations.version.clone(),
            activity,
            new_recordings: Vec::new(),
            new_recordings_as_of: None,
        }
    }
}
