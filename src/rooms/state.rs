//! A room as the app knows it: what the backend has confirmed, and what the person is changing.

use leptos::prelude::*;
use parvis_contract::room::{Room, RoomId};
use parvis_contract::timestamp::Timestamp;
use reactive_stores::{AtKeyed, Store};

use super::search::fold;
use crate::api::ApiError;
use crate::optimistic::Optimistic;

/// Every room that the app knows of, in no order.
#[derive(Default, Store)]
pub struct Rooms {
    #[store(key: RoomId = |room| room.id)]
    pub rooms: Vec<RoomState>,
}

impl Rooms {
    /// A store of these rooms.
    pub fn store(rooms: Vec<RoomState>) -> Store<Self> {
        let store = Store::new(Self { rooms });
        // reactive_stores 0.4.4 collects the keys at the first access by key. Were that a write, which holds
        // the lock, it would find none, and no room ever after.
        Entry::new(store, RoomId::nil()).read_once(|_| ());
        store
    }
}

/// What is known of a room.
#[derive(Clone, Store)]
pub struct RoomState {
    pub id: RoomId,
    pub name: String,
    /// The name as a search reads it.
    pub folded: String,
    pub favourite: Optimistic<bool>,
    pub deleted: Optimistic<bool>,
    pub created_at: Timestamp,
    pub last_meeting_at: Option<Timestamp>,
    /// The backend knows the room no more; its row stands for as long as it has something to show.
    pub lost: bool,
    /// What its row shows after something was pressed on it.
    pub notice: Option<Notice>,
}

/// What a room's row shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A room, with all that can be done.
    There,
    /// That it was deleted, and how to get it back.
    Deleted,
    /// Its name, and what became of it.
    Lost,
}

/// A message on a room's row.
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

impl RoomState {
    /// A room as the backend has it.
    pub fn new(room: Room, deleted: bool) -> Self {
        Self {
            id: room.id,
            folded: fold(&room.name),
            name: room.name,
            favourite: Optimistic::new(room.favourite),
            deleted: Optimistic::new(deleted),
            created_at: room.created_at,
            last_meeting_at: room.last_meeting_at,
            lost: false,
            notice: None,
        }
    }

    /// Takes over what the backend has now; what the person is changing right now stays theirs.
    pub fn apply_remote(&mut self, room: Room, deleted: bool) {
        self.rename(room.name);
        self.favourite.apply_remote(room.favourite);
        self.deleted.apply_remote(deleted);
        self.last_meeting_at = room.last_meeting_at;
        self.lost = false;
    }

    /// Gives it another name.
    pub fn rename(&mut self, name: String) {
        self.folded = fold(&name);
        self.name = name;
    }

    /// The room as it is shown.
    pub fn shown(&self) -> Room {
        Room {
            id: self.id,
            name: self.name.clone(),
            favourite: *self.favourite.shown(),
            created_at: self.created_at.clone(),
            last_meeting_at: self.last_meeting_at.clone(),
        }
    }

    /// What its row shows.
    pub fn standing(&self) -> Standing {
        match (self.lost, *self.deleted.shown()) {
            (true, _) => Standing::Lost,
            (false, true) => Standing::Deleted,
            (false, false) => Standing::There,
        }
    }
}

/// A room's entry in the list: a handle, cheap to copy. An entry whose room has gone from the list shows
/// nothing and changes nothing.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Which room.
    pub id: RoomId,
    state: AtKeyed<Store<Rooms>, Rooms, RoomId, Vec<RoomState>>,
}

impl Entry {
    /// The entry of a room.
    pub fn new(rooms: Store<Rooms>, id: RoomId) -> Self {
        Self {
            id,
            state: AtKeyed::new(rooms.rooms(), id),
        }
    }

    /// Reads from the room, and follows its changes.
    pub fn read<T>(self, read: impl FnOnce(&RoomState) -> T) -> Option<T> {
        self.state.try_with(read)
    }

    /// Reads from the room once.
    pub fn read_once<T>(self, read: impl FnOnce(&RoomState) -> T) -> Option<T> {
        self.state.try_with_untracked(read)
    }

    /// Changes what is known of the room.
    pub fn update<T>(self, change: impl FnOnce(&mut RoomState) -> T) -> Option<T> {
        self.state.try_update(change)
    }

    /// When its last meeting was started; without one, when it was created, and `false`.
    pub fn active(self) -> (Timestamp, bool) {
        let active = self.read(|state| match &state.last_meeting_at {
            Some(met) => (met.clone(), true),
            None => (state.created_at.clone(), false),
        });
        active.unwrap_or_default()
    }

    /// The name as it is shown.
    pub fn name(self) -> String {
        self.read(|state| state.name.clone()).unwrap_or_default()
    }

    /// The name at this moment, for code that runs once.
    pub fn name_now(self) -> String {
        self.read_once(|state| state.name.clone())
            .unwrap_or_default()
    }

    /// Whether the star is shown lit.
    pub fn is_favourite(self) -> bool {
        self.read(|state| *state.favourite.shown())
            .unwrap_or_default()
    }

    /// What its row shows.
    pub fn standing(self) -> Standing {
        self.read(RoomState::standing).unwrap_or(Standing::Lost)
    }

    /// The message on its row.
    pub fn notice(self) -> Option<Notice> {
        self.read(|state| state.notice.clone()).flatten()
    }

    /// Shows a message on its row, or none.
    pub fn set_notice(self, notice: Option<Notice>) {
        self.update(|state| state.notice = notice);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(number: u128) -> RoomState {
        RoomState {
            id: RoomId::from_u128(number),
            name: format!("Room {number}"),
            folded: format!("room {number}"),
            favourite: Optimistic::new(false),
            deleted: Optimistic::new(false),
            created_at: Timestamp::default(),
            last_meeting_at: None,
            lost: false,
            notice: None,
        }
    }

    fn star(entry: Entry) -> Option<()> {
        entry.update(|room| room.favourite.want(true))
    }

    #[test]
    fn a_room_is_found_even_if_the_first_access_to_it_is_a_change() {
        let rooms = Rooms::store(vec![room(1), room(2)]);
        let second = Entry::new(rooms, RoomId::from_u128(2));
        assert_eq!(star(second), Some(()));
        assert_eq!(second.read_once(|room| *room.favourite.shown()), Some(true));
        let first = Entry::new(rooms, RoomId::from_u128(1));
        assert_eq!(first.read_once(|room| *room.favourite.shown()), Some(false));
    }

    #[test]
    fn an_entry_stays_with_its_room_when_others_come_go_and_change_places() {
        let rooms = Rooms::store(vec![room(1), room(2), room(3)]);
        let third = Entry::new(rooms, RoomId::from_u128(3));
        assert_eq!(third.name_now(), "Room 3");
        rooms.rooms().set(vec![room(3), room(4), room(1)]);
        assert_eq!(third.name_now(), "Room 3");
        assert_eq!(Entry::new(rooms, RoomId::from_u128(4)).name_now(), "Room 4");
        rooms.rooms().update(|rooms| rooms.push(room(5)));
        assert_eq!(Entry::new(rooms, RoomId::from_u128(5)).name_now(), "Room 5");
        let second = Entry::new(rooms, RoomId::from_u128(2));
        assert_eq!(second.read_once(|room| room.id), None);
        assert_eq!(star(second), None);
    }
}
