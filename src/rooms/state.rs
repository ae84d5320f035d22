//! A room as the app knows it: what the backend has told, and what the person is changing.

use leptos::prelude::*;
use parvis_contract::room::{Room, RoomId};
use parvis_contract::timestamp::Timestamp;

use super::search::fold;
use crate::api::ApiError;
use crate::optimistic::Optimistic;

/// A room's entry in the list: a handle, cheap to copy.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Which room.
    pub id: RoomId,
    /// What is known of it.
    pub state: RwSignal<RoomState>,
    /// Its name as a search reads it.
    pub folded: Memo<String>,
    /// What its line has to tell after something was pressed on it.
    pub notice: RwSignal<Option<Notice>>,
}

// Entries are compared by what stands where in the list.
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// What is known of a room.
pub struct RoomState {
    pub name: String,
    pub favourite: Optimistic<bool>,
    pub deleted: Optimistic<bool>,
    created_at: Timestamp,
    last_meeting_at: Option<Timestamp>,
    /// The backend knows the room no more; its line stands for as long as it has something to tell.
    lost: bool,
}

/// What a room's line shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A room, with all that can be done.
    There,
    /// That it was deleted, and how to get it back.
    Deleted,
    /// Its name, and what became of it.
    Lost,
}

/// What a room's line tells.
#[derive(Clone)]
pub enum Notice {
    FavouriteRefused(ApiError),
    DeleteRefused(ApiError),
    /// It is not deleted, as people are in its meeting; the person may insist.
    MeetingRuns,
    RestoreRefused(ApiError),
    LaunchFailed(ApiError),
    /// The meeting runs at this address, and no window could be opened for it.
    WindowBlocked(String),
}

impl Entry {
    /// An entry for a room as the backend tells it. To be called under the list's owner, as its
    /// signals live as long as that.
    pub fn new(room: Room, deleted: bool) -> Self {
        let state = RwSignal::new(RoomState {
            name: room.name,
            favourite: Optimistic::new(room.favourite),
            deleted: Optimistic::new(deleted),
            created_at: room.created_at,
            last_meeting_at: room.last_meeting_at,
            lost: false,
        });
        Self {
            id: room.id,
            state,
            folded: Memo::new(move |_| state.with(|state| fold(&state.name))),
            notice: RwSignal::new(None),
        }
    }

    /// The backend tells the room anew.
    pub fn hear(self, room: Room, deleted: bool) {
        self.state.update(|state| {
            state.name = room.name;
            state.favourite.hear(room.favourite);
            state.deleted.hear(deleted);
            state.last_meeting_at = room.last_meeting_at;
            state.lost = false;
        });
    }

    /// The backend tells of the room no more.
    pub fn lose(self) {
        self.state.update(|state| state.lost = true);
    }

    /// The room as it is shown.
    pub fn shown(self) -> Room {
        self.state.with(|state| Room {
            id: self.id,
            name: state.name.clone(),
            favourite: *state.favourite.shown(),
            created_at: state.created_at.clone(),
            last_meeting_at: state.last_meeting_at.clone(),
        })
    }

    /// When its last meeting was started; without one, when it was created, and `false`.
    pub fn active(self) -> (Timestamp, bool) {
        self.state.with(|state| match &state.last_meeting_at {
            Some(met) => (met.clone(), true),
            None => (state.created_at.clone(), false),
        })
    }

    /// The name as it is shown.
    pub fn name(self) -> String {
        self.state.with(|state| state.name.clone())
    }

    /// The name at this moment, for code that runs once.
    pub fn name_now(self) -> String {
        self.state.with_untracked(|state| state.name.clone())
    }

    /// Whether the star is shown lit.
    pub fn is_favourite(self) -> bool {
        self.state.with(|state| *state.favourite.shown())
    }

    /// What its line shows.
    pub fn standing(self) -> Standing {
        self.state
            .with(|state| match (state.lost, *state.deleted.shown()) {
                (true, _) => Standing::Lost,
                (false, true) => Standing::Deleted,
                (false, false) => Standing::There,
            })
    }

    /// Whether it is a room that stands.
    pub fn is_there(self) -> bool {
        self.standing() == Standing::There
    }
}
