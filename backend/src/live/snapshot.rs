//! What the conference server's list said last.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use parvis_contract::live::{Activity, Live, LiveRoom};
use tokio::time::Instant;
use uuid::Uuid;

use crate::conference::{Conference, ConferenceError};
use crate::storage::Store;
use crate::storage::rooms::Room;

/// A room of this portal whose meeting is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ListedRoom {
    /// How many people are in.
    people: u32,
    /// Whose it is.
    owner: Uuid,
    /// Whether it is of a temporary meeting.
    is_temporary: bool,
}

/// The meetings of this portal that the list holds.
#[derive(Default)]
pub struct Snapshot {
    /// Real time, as this is about how long a question to a server lasts; `None` before the first.
    taken: Option<Instant>,
    rooms: HashMap<Uuid, ListedRoom>,
    /// The identifiers of other portals' meetings on the same server.
    foreign: HashSet<Uuid>,
}

impl Snapshot {
    /// Asks the conference server, and the database whose meetings are new to `known`.
    pub(super) async fn take(
        conference: &Conference,
        store: &Store,
        known: &Self,
    ) -> Result<Self, ConferenceError> {
        let taken = Some(Instant::now());
        let running: Vec<(Uuid, u32)> = conference
            .meetings()
            .await?
            .into_iter()
            .filter(|meeting| meeting.running)
            // What is no identifier of a room is another portal's.
            .filter_map(|meeting| Some((Uuid::parse_str(&meeting.id).ok()?, meeting.people)))
            .collect();
        let is_new = |id: &Uuid| !known.rooms.contains_key(id) && !known.foreign.contains(id);
        let new: Vec<Uuid> = running.iter().map(|(id, _)| *id).filter(is_new).collect();
        let new = match store.rooms(&new).await {
            Ok(rooms) => Some(rooms),
            Err(error) => {
                tracing::error!(%error, "whose meetings run is not known");
                None
            }
        };
        let of_room = |room: &Room| (room.id, (room.owner_id, room.temporary_until.is_some()));
        let mut owners: HashMap<Uuid, (Uuid, bool)> = known
            .rooms
            .iter()
            .map(|(id, room)| (*id, (room.owner, room.is_temporary)))
            .collect();
        owners.extend(new.iter().flatten().map(of_room));
        let mut snapshot = Self {
            taken,
            ..Self::default()
        };
        for (id, people) in running {
            match owners.get(&id) {
                Some(&(owner, is_temporary)) => {
                    let room = ListedRoom {
                        people,
                        owner,
                        is_temporary,
                    };
                    snapshot.rooms.insert(id, room);
                }
                // Asked again where the database had no answer.
                None if new.is_some() || known.foreign.contains(&id) => {
                    snapshot.foreign.insert(id);
                }
                None => {}
            }
        }
        Ok(snapshot)
    }

    pub(super) fn is_younger_than(&self, age: Duration) -> bool {
        self.taken.is_some_and(|taken| taken.elapsed() < age)
    }

    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.rooms == other.rooms
    }

    /// What a person sees of it.
    #[must_use]
    pub fn of(&self, owner: Uuid, with_activity: bool) -> Live {
        let mut rooms: Vec<LiveRoom> = self
            .rooms
            .iter()
            .filter(|(_, room)| room.owner == owner && !room.is_temporary)
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
        Live { rooms, activity }
    }
}
