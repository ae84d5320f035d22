//! The rooms that the conference server is being asked about.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

/// The rooms that the conference server is being asked about, each once.
#[derive(Default)]
pub struct AskedRooms(Mutex<HashSet<Uuid>>);

impl AskedRooms {
    /// Begins to ask about a room, until the result is dropped; `None` if it is being asked about.
    pub(super) fn begin(&self, room: Uuid) -> Option<Asking<'_>> {
        let is_new = self.lock().insert(room);
        is_new.then_some(Asking { rooms: self, room })
    }

    fn lock(&self) -> MutexGuard<'_, HashSet<Uuid>> {
        // A change is one step, so the state is consistent after a panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A room that is being asked about.
pub(super) struct Asking<'a> {
    rooms: &'a AskedRooms,
    room: Uuid,
}

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        self.rooms.lock().remove(&self.room);
    }
}
