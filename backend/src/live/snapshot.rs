//! What the conference server said last.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use parvis_contract::live::{Activity, Live, LiveRoom};
use tokio::time::Instant;
use uuid::Uuid;

use crate::app::App;
use crate::conference::{ConferenceError, MeetingNonce};
use crate::links::Capability;
use crate::storage::rooms::Room;

/// A meeting of this portal that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LiveMeeting {
    /// When it was created, as the conference server has it.
    pub create_time: i64,
    /// How many people are in.
    pub people: u32,
    /// What its creation carried; `None` where the conference server does not say.
    pub nonce: Option<MeetingNonce>,
    /// Whose it is.
    owner: Uuid,
    /// Whether it is a temporary one.
    is_temporary: bool,
}

/// The meetings that run, and how the rooms stand that somebody waits for.
#[derive(Default)]
pub struct Snapshot {
    /// Real time, as this is about how long a question to a server lasts; `None` before the first.
    taken: Option<Instant>,
    meetings: HashMap<Uuid, LiveMeeting>,
    /// The identifiers of other portals' meetings on the same server.
    foreign: HashSet<Uuid>,
    rooms: HashMap<Uuid, Room>,
}

impl Snapshot {
    /// Asks the conference server, and the database whose meetings are new to `known`.
    pub(super) async fn take(
        app: &App,
        known: &Self,
        waited_for: &[Uuid],
    ) -> Result<Self, ConferenceError> {
        let taken = Some(Instant::now());
        let running: Vec<_> = app
            .conference
            .meetings()
            .await?
            .into_iter()
            .filter(|meeting| meeting.running)
            // What is no identifier of a room is another portal's.
            .filter_map(|meeting| Some((Uuid::parse_str(&meeting.id).ok()?, meeting)))
            .collect();
        let is_new = |id: &Uuid| !known.meetings.contains_key(id) && !known.foreign.contains(id);
        let new = running.iter().map(|(id, _)| *id).filter(is_new);
        let asked: Vec<Uuid> = new.chain(waited_for.iter().copied()).collect();
        let (rooms, is_known) = match app.store.rooms(&asked).await {
            Ok(rooms) => (rooms, true),
            Err(error) => {
                tracing::error!(%error, "whose meetings run is not known");
                (known.rooms.values().cloned().collect(), false)
            }
        };
        let rooms: HashMap<Uuid, Room> = rooms.into_iter().map(|room| (room.id, room)).collect();
        let mut snapshot = Self {
            taken,
            rooms,
            ..Self::default()
        };
        for (id, meeting) in running {
            let was_foreign = known.foreign.contains(&id);
            let known = known
                .meetings
                .get(&id)
                .map(|known| (known.owner, known.is_temporary));
            let of_room = |room: &Room| (room.owner_id, room.temporary_until.is_some());
            match known.or_else(|| snapshot.rooms.get(&id).map(of_room)) {
                Some((owner, is_temporary)) => {
                    let meeting = LiveMeeting {
                        create_time: meeting.create_time,
                        people: meeting.people,
                        nonce: meeting.nonce,
                        owner,
                        is_temporary,
                    };
                    snapshot.meetings.insert(id, meeting);
                }
                // Asked again where the database had no answer.
                None if is_known || was_foreign => {
                    snapshot.foreign.insert(id);
                }
                None => {}
            }
        }
        snapshot.rooms.retain(|id, _| waited_for.contains(id));
        Ok(snapshot)
    }

    /// When it was taken.
    pub(super) fn taken(&self) -> Option<Instant> {
        self.taken
    }

    pub(super) fn was_taken_since(&self, moment: Instant) -> bool {
        self.taken.is_some_and(|taken| taken >= moment)
    }

    pub(super) fn is_younger_than(&self, age: Duration) -> bool {
        self.taken.is_some_and(|taken| taken.elapsed() < age)
    }

    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let standing = |snapshot: &Self| -> HashMap<Uuid, _> {
            let state = |room: &Room| {
                (
                    room.deleted_at,
                    crate::links::Way::ALL.map(|way| room.generation(way)),
                )
            };
            snapshot
                .rooms
                .iter()
                .map(|(id, room)| (*id, state(room)))
                .collect()
        };
        self.meetings == other.meetings && standing(self) == standing(other)
    }

    /// The meeting of a room, if it runs.
    #[must_use]
    pub fn meeting(&self, room: Uuid) -> Option<LiveMeeting> {
        self.meetings.get(&room).copied()
    }

    /// Whether the holder of a capability may knock: the meeting runs, or there is something else to
    /// learn.
    #[must_use]
    pub fn is_open_to(&self, capability: &Capability) -> bool {
        let stands = self.rooms.get(&capability.room).is_none_or(|room| {
            room.deleted_at.is_none() && room.generation(capability.way) == capability.generation
        });
        !stands || self.meetings.contains_key(&capability.room)
    }

    /// What a person sees of it.
    #[must_use]
    pub fn of(&self, owner: Uuid, with_activity: bool) -> Live {
        let mut rooms: Vec<LiveRoom> = self
            .meetings
            .iter()
            .filter(|(_, meeting)| meeting.owner == owner && !meeting.is_temporary)
            .map(|(id, meeting)| LiveRoom {
                id: *id,
                people: meeting.people,
            })
            .collect();
        rooms.sort_unstable_by_key(|room| room.id);
        let activity = with_activity.then(|| Activity {
            meetings: u32::try_from(self.meetings.len()).unwrap_or(u32::MAX),
            people: self.meetings.values().map(|meeting| meeting.people).sum(),
        });
        Live { rooms, activity }
    }
}
