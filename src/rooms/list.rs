//! The rooms that the app knows of.

use std::sync::Arc;

use leptos::prelude::*;
use parvis_contract::room::{Room, RoomId, RoomPage};

use super::favourite::Favourite;
use crate::api::{Api, ApiError};

/// A person's rooms, in the order in which the backend tells them. A context of the app while
/// somebody is signed in.
#[derive(Clone, Copy)]
pub struct RoomList {
    rows: RwSignal<Vec<Row>>,
    total: RwSignal<u64>,
    newcomer: StoredValue<Option<RoomId>>,
}

/// A room, and its star, which changes on its own.
#[derive(Clone)]
pub struct Row {
    /// The room, as the backend told it.
    pub room: Arc<Room>,
    /// Its star.
    pub favourite: ArcRwSignal<Favourite>,
}

impl From<Room> for Row {
    fn from(room: Room) -> Self {
        let favourite = ArcRwSignal::new(Favourite::new(room.favourite));
        Self {
            room: Arc::new(room),
            favourite,
        }
    }
}

impl RoomList {
    /// Starts with the first page.
    pub fn new(first: RoomPage) -> Self {
        Self {
            rows: RwSignal::new(first.items.into_iter().map(Row::from).collect()),
            total: RwSignal::new(first.total),
            newcomer: StoredValue::new(None),
        }
    }

    /// The list that the app provides while somebody is signed in.
    pub fn find() -> Option<Self> {
        use_context()
    }

    /// The rooms known so far.
    pub fn rows(self) -> RwSignal<Vec<Row>> {
        self.rows
    }

    /// Whether `id` is the room that was just created and has not been shown yet. It counts as
    /// shown from now on.
    pub fn shows_newcomer(self, id: RoomId) -> bool {
        let is_newcomer = self.newcomer.get_value() == Some(id);
        if is_newcomer {
            self.newcomer.set_value(None);
        }
        is_newcomer
    }

    /// Puts a room that was just created in the first place, and lets it be found there.
    pub fn welcome(self, room: Room) {
        self.newcomer.set_value(Some(room.id));
        self.insert(room);
    }

    /// Puts a room that was just created in the first place, where the backend's order will have
    /// it too.
    pub fn insert(self, room: Room) {
        let row = Row::from(room);
        // A creation that was sent twice under one key is answered twice.
        if self.insert_unknown(0, vec![row]) {
            self.total.update(|total| *total += 1);
        }
    }

    /// Asks for the rooms that did not come with the first page, until none is missing.
    pub async fn complete(self, api: Api) -> Result<(), ApiError> {
        loop {
            let known = self.rows.with_untracked(Vec::len);
            if known as u64 >= self.total.get_untracked() {
                return Ok(());
            }
            let page = api.rooms(known).await?;
            let rows: Vec<_> = page.items.into_iter().map(Row::from).collect();
            self.total.set(page.total);
            if !self.insert_unknown(known, rows) {
                return Ok(());
            }
        }
    }

    /// Inserts at `place` the rows whose rooms are not in the list yet; pages may overlap, as rooms
    /// come and go between two answers. Tells whether there was any.
    fn insert_unknown(self, place: usize, mut rows: Vec<Row>) -> bool {
        self.rows.with_untracked(|known| {
            rows.retain(|row| known.iter().all(|known| known.room.id != row.room.id));
        });
        if rows.is_empty() {
            return false;
        }
        self.rows.update(|all| {
            let place = place.min(all.len());
            all.splice(place..place, rows);
        });
        true
    }
}
