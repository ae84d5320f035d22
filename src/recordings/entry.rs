//! State of a recording: what the backend has confirmed, and pending changes.

use leptos::prelude::*;
use parvis_contract::recording::{Recording, RecordingState};
use reactive_stores::{AtKeyed, Store};

use crate::api::ApiError;
use crate::i18n::recordings::RecordingTexts;
use crate::optimistic::Optimistic;

/// The recordings of a room, the newest first.
#[derive(Default, Store)]
pub struct Entries {
    #[store(key: Key = |entry| entry.key)]
    pub entries: Vec<EntryState>,
}

/// What identifies a recording on the page: its identifier in the API is a text, which would have to be copied.
pub type Key = u32;

/// The state of a recording.
#[derive(Clone, Store)]
pub struct EntryState {
    pub key: Key,
    /// The recording as the backend has it.
    pub remote: Recording,
    pub name: Optimistic<String>,
    pub published: Optimistic<bool>,
    pub protected: Optimistic<bool>,
    pub deleted: Optimistic<bool>,
    /// Whether the backend no longer has it; its row stays while it says why a change was refused.
    pub removed: bool,
    /// The name that is being typed, while the recording is renamed.
    pub typed: Option<String>,
    /// Why the last change was refused.
    pub refused: Option<Refused>,
}

/// What a recording's row shows.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum RowKind {
    /// The recording, with all actions.
    Active,
    /// That it was deleted, with a button that restores it.
    Deleted,
    /// Its name, and why a change was refused.
    #[default]
    Removed,
}

/// A change that was refused.
#[derive(Clone)]
pub struct Refused {
    /// What was not done.
    pub what: fn(RecordingTexts) -> &'static str,
    /// The reason.
    pub error: ApiError,
}

impl EntryState {
    /// The state of a recording from the backend.
    pub fn new(key: Key, recording: Recording, is_deleted: bool) -> Self {
        Self {
            key,
            name: Optimistic::new(recording.name.clone()),
            published: Optimistic::new(is_published(&recording)),
            protected: Optimistic::new(recording.is_protected.unwrap_or_default()),
            deleted: Optimistic::new(is_deleted),
            removed: false,
            typed: None,
            refused: None,
            remote: recording,
        }
    }

    /// Applies the backend's state; pending changes, and what is being typed, are kept.
    pub fn apply_remote(&mut self, recording: Recording, is_deleted: bool) {
        self.name.apply_remote(recording.name.clone());
        self.published.apply_remote(is_published(&recording));
        self.protected
            .apply_remote(recording.is_protected.unwrap_or_default());
        self.deleted.apply_remote(is_deleted);
        self.removed = false;
        self.remote = recording;
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

fn is_published(recording: &Recording) -> bool {
    recording.state == RecordingState::Published
}

/// The entry of a recording: a handle that is cheap to copy. If its recording has been removed from the list, it shows nothing and
/// changes nothing.
#[derive(Clone, Copy)]
pub struct Entry {
    key: Key,
    state: AtKeyed<Store<Entries>, Entries, Key, Vec<EntryState>>,
}

impl Entry {
    /// The entry of a recording.
    pub fn new(entries: Store<Entries>, key: Key) -> Self {
        Self {
            key,
            state: AtKeyed::new(entries.entries(), key),
        }
    }

    /// The identifier in the API.
    pub fn id(self) -> String {
        self.read_untracked(|state| state.remote.id.clone())
    }

    /// The identifier of an element of its row.
    pub fn element_id(self, part: &str) -> String {
        format!("{part}-{}", self.key)
    }

    /// Reads from the recording, and tracks its changes.
    pub fn read<T: Default>(self, read: impl FnOnce(&EntryState) -> T) -> T {
        self.state.try_with(read).unwrap_or_default()
    }

    /// Reads from the recording without tracking.
    pub fn read_untracked<T: Default>(self, read: impl FnOnce(&EntryState) -> T) -> T {
        self.state.try_with_untracked(read).unwrap_or_default()
    }

    /// Changes the state of the recording.
    pub fn update<T>(self, change: impl FnOnce(&mut EntryState) -> T) -> Option<T> {
        self.state.try_update(change)
    }

    /// The name to show.
    pub fn name(self) -> String {
        self.read(|state| state.name.shown().clone())
    }

    /// The name to show, without tracking.
    pub fn name_untracked(self) -> String {
        self.read_untracked(|state| state.name.shown().clone())
    }
}
