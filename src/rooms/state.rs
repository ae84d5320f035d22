//! State of a room: what the backend has confirmed, and pending changes.

use leptos::prelude::*;
use parvis_contract::room::{Room, RoomId, SortKeys};
use parvis_contract::timestamp::Timestamp;
use reactive_stores::{AtKeyed, Store};

use super::search::fold;
use crate::api::ApiError;
use crate::optimistic::Optimistic;

/// Every loaded room, unsorted.
#[derive(Default, Store)]
pub struct Rooms {
    #[store(key: RoomId = |room| room.id)]
    pub rooms: Vec<RoomState>,
}

impl Rooms {
    /// A store of these rooms.
    pub fn store(rooms: Vec<RoomState>) -> Store<Self> {
        let store = Store::new(Self { rooms });
        // reactive_stores 0.4.4 collects the keys at the first access by key. If that is a write, which holds
        // the lock, it finds no keys, and no room is ever found.
        RoomEntry::new(store, RoomId::nil()).read_untracked(|_| ());
        store
    }
}

/// The state of a room.
#[derive(Clone, Store)]
pub struct RoomState {
    pub id: RoomId,
    pub name: String,
    /// The name, folded for the search.
    pub folded: String,
    pub favourite: Optimistic<bool>,
    pub deleted: Optimistic<bool>,
    pub created_at: Timestamp,
    pub last_meeting_at: Option<Timestamp>,
    /// The owner's name, if the person is a delegate.
    pub owner: Option<String>,
    /// The number of delegates of an own room.
    pub delegates: u32,
    /// Whether the owner offers the room to the person.
    pub handover_offered: bool,
    /// Whether the backend no longer has the room; its row stays while it has a notice.
    pub removed: bool,
    /// Whether its meeting is being launched here.
    pub launching: bool,
    /// The notice in its row, after an action.
    pub notice: Option<RoomNotice>,
}

/// What a room's row shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// The room, with all actions.
    Active,
    /// That it was deleted, with a button that restores it.
    Deleted,
    /// Its name, and the notice.
    Removed,
}

/// A notice in a room's row.
#[derive(Clone)]
pub enum RoomNotice {
    FavouriteRefused(ApiError),
    DeleteRefused(ApiError),
    /// The room is not deleted, as people are in its meeting; the person may delete it anyway.
    MeetingRuns,
    RestoreRefused(ApiError),
    LaunchFailed(ApiError),
    /// The person is asked to confirm that they no longer want to be a delegate.
    ConfirmLeaving,
    LeaveRefused(ApiError),
    HandoverRefused(ApiError),
    /// The meeting runs at this address, and its window was blocked.
    WindowBlocked(String),
}

impl RoomState {
    /// The state of a room from the backend.
    pub fn new(room: Room, deleted: bool) -> Self {
        Self {
            id: room.id,
            folded: fold(&room.name),
            name: room.name,
            favourite: Optimistic::new(room.favourite),
            deleted: Optimistic::new(deleted),
            created_at: room.created_at,
            last_meeting_at: room.last_meeting_at,
            owner: room.owner,
            delegates: room.delegates,
            handover_offered: room.handover_offered,
            removed: false,
            launching: false,
            notice: None,
        }
    }

    /// Applies the backend's state; pending changes are kept.
    pub fn apply_remote(&mut self, room: Room, deleted: bool) {
        self.rename(room.name);
        self.favourite.apply_remote(room.favourite);
        self.deleted.apply_remote(deleted);
        self.last_meeting_at = room.last_meeting_at;
        self.owner = room.owner;
        self.delegates = room.delegates;
        self.handover_offered = room.handover_offered;
        self.removed = false;
    }

    /// Renames the room.
    pub fn rename(&mut self, name: String) {
        self.folded = fold(&name);
        self.name = name;
    }

    /// What the room is sorted by, with pending changes.
    pub fn sort_keys(&self) -> SortKeys<'_> {
        SortKeys {
            active_at: self.last_meeting_at.as_ref().unwrap_or(&self.created_at),
            favourite: *self.favourite.shown(),
            id: self.id,
        }
    }

    /// What its row shows.
    pub fn row_kind(&self) -> RowKind {
        match (self.removed, *self.deleted.shown()) {
            (true, _) => RowKind::Removed,
            (false, true) => RowKind::Deleted,
            (false, false) => RowKind::Active,
        }
    }
}

/// The entry of a room in the list: a handle that is cheap to copy. If its room has been removed from the
/// list, it shows nothing and changes nothing.
#[derive(Clone, Copy)]
pub struct RoomEntry {
    /// The room's identifier.
    pub id: RoomId,
    state: AtKeyed<Store<Rooms>, Rooms, RoomId, Vec<RoomState>>,
}

impl RoomEntry {
    /// The entry of a room.
    pub fn new(rooms: Store<Rooms>, id: RoomId) -> Self {
        Self {
            id,
            state: AtKeyed::new(rooms.rooms(), id),
        }
    }

    /// Reads from the room, and tracks its changes.
    pub fn read<T>(self, read: impl FnOnce(&RoomState) -> T) -> Option<T> {
        self.state.try_with(read)
    }

    /// Reads from the room without tracking.
    pub fn read_untracked<T>(self, read: impl FnOnce(&RoomState) -> T) -> Option<T> {
        self.state.try_with_untracked(read)
    }

    /// Changes the state of the room.
    pub fn update<T>(self, change: impl FnOnce(&mut RoomState) -> T) -> Option<T> {
        self.state.try_update(change)
    }

    /// As [`update`](Self::update), for a change that shows nowhere: no row is rendered, and no list sorted anew.
    pub fn update_untracked<T>(self, change: impl FnOnce(&mut RoomState) -> T) -> Option<T> {
        self.state.try_update_untracked(change)
    }

    /// When its last meeting started, and `true`; without a meeting, when it was created, and `false`.
    pub fn last_activity(self) -> (Timestamp, bool) {
        let activity = self.read(|state| match &state.last_meeting_at {
            Some(met) => (met.clone(), true),
            None => (state.created_at.clone(), false),
        });
        activity.unwrap_or_default()
    }

    /// The name, without tracking: for code that runs once.
    pub fn name_untracked(self) -> String {
        self.read_untracked(|state| state.name.clone())
            .unwrap_or_default()
    }

    /// Whether the room is shown as a favourite.
    pub fn is_favourite(self) -> bool {
        self.read(|state| *state.favourite.shown())
            .unwrap_or_default()
    }

    /// The owner's name, if the person is a delegate.
    pub fn owner(self) -> Option<String> {
        self.read(|state| state.owner.clone()).flatten()
    }

    /// The notice in its row.
    pub fn notice(self) -> Option<RoomNotice> {
        self.read(|state| state.notice.clone()).flatten()
    }

    /// Sets or removes the notice in its row.
    pub fn set_notice(self, notice: Option<RoomNotice>) {
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
            owner: None,
            delegates: 0,
            handover_offered: false,
            removed: false,
            launching: false,
            notice: None,
        }
    }

    fn star(entry: RoomEntry) -> Option<()> {
        entry.update(|room| room.favourite.want(true))
    }

    #[test]
    fn a_room_is_found_even_if_the_first_access_to_it_is_a_change() {
        let rooms = Rooms::store(vec![room(1), room(2)]);
        let second = RoomEntry::new(rooms, RoomId::from_u128(2));
        assert_eq!(star(second), Some(()));
        assert_eq!(
            second.read_untracked(|room| *room.favourite.shown()),
            Some(true)
        );
        let first = RoomEntry::new(rooms, RoomId::from_u128(1));
        assert_eq!(
            first.read_untracked(|room| *room.favourite.shown()),
            Some(false)
        );
    }

    #[test]
    fn an_entry_stays_with_its_room_when_others_come_go_and_change_places() {
        let rooms = Rooms::store(vec![room(1), room(2), room(3)]);
        let third = RoomEntry::new(rooms, RoomId::from_u128(3));
        assert_eq!(third.name_untracked(), "Room 3");
        rooms.rooms().set(vec![room(3), room(4), room(1)]);
        assert_eq!(third.name_untracked(), "Room 3");
        assert_eq!(
            RoomEntry::new(rooms, RoomId::from_u128(4)).name_untracked(),
            "Room 4"
        );
        rooms.rooms().update(|rooms| rooms.push(room(5)));
        assert_eq!(
            RoomEntry::new(rooms, RoomId::from_u128(5)).name_untracked(),
            "Room 5"
        );
        let second = RoomEntry::new(rooms, RoomId::from_u128(2));
        assert_eq!(second.read_untracked(|room| room.id), None);
        assert_eq!(star(second), None);
    }
}
