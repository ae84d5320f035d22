//! The recordings of a room on the page, and their synchronisation with the backend.

use leptos::prelude::*;
use parvis_contract::recording::{Recording, RecordingList};
use parvis_contract::room::RoomId;
use parvis_ui::{Announcer, keep_focus, spawn};
use reactive_stores::Store;

use super::entry::{Entries, EntriesStoreFields as _, Entry, EntryState, Key};
use crate::api::Api;
use crate::i18n::I18n;

/// The recordings of a room; belongs to the page.
#[derive(Clone, Copy)]
pub struct Recordings {
    pub room: RoomId,
    pub api: Api,
    pub i18n: I18n,
    pub announcer: Announcer,
    pub entries: Store<Entries>,
    /// The number of changes made here: responses to requests from before a change are out of date.
    changes: StoredValue<u32>,
}

impl Recordings {
    /// Creates the list from the backend's.
    pub fn new(room: RoomId, list: RecordingList) -> Self {
        let states = (0..).zip(of_wire(list));
        let states = states
            .map(|(key, (recording, is_deleted))| EntryState::new(key, recording, is_deleted));
        let entries = Store::new(Entries {
            entries: states.collect(),
        });
        // As in `Rooms::store`: the keys are collected at the first access, which must not be a write.
        Entry::new(entries, Key::MAX).read_untracked(|_| ());
        Self {
            room,
            api: Api::get(),
            i18n: I18n::get(),
            announcer: Announcer::get(),
            entries,
            changes: StoredValue::new(0),
        }
    }

    /// The keys, in the order to show.
    pub fn keys(self) -> Vec<Key> {
        self.entries
            .entries()
            .with(|entries| entries.iter().map(|state| state.key).collect())
    }

    /// The entry of a recording.
    pub fn entry(self, key: Key) -> Entry {
        Entry::new(self.entries, key)
    }

    /// Records that the backend has saved a change.
    pub fn record_change(self) {
        self.changes.try_update_value(|changes| *changes += 1);
    }

    /// Requests the list and applies it. A failure is ignored, because the person has not asked for it.
    pub fn refresh(self) {
        spawn(async move {
            let Some(before) = self.changes.try_get_value() else {
                return;
            };
            let Ok(list) = self.api.recordings(self.room).await else {
                return;
            };
            // A change made meanwhile requests the list itself where that is needed.
            if self.changes.try_get_value() == Some(before) {
                keep_focus(None, || self.merge(list));
            }
        });
    }

    fn merge(self, list: RecordingList) {
        let known = self.entries.entries().get_untracked();
        let last_key = known.iter().map(|state| state.key).max();
        let mut new_keys = last_key.map_or(0, |last| last + 1)..;
        let merged = of_wire(list).map(|(recording, is_deleted)| {
            match known.iter().find(|known| known.remote.id == recording.id) {
                Some(known) => {
                    let mut known = known.clone();
                    known.apply_remote(recording, is_deleted);
                    known
                }
                None => {
                    let key = new_keys.next().unwrap_or_default();
                    EntryState::new(key, recording, is_deleted)
                }
            }
        });
        let mut merged: Vec<_> = merged.collect();
        let is_remote = |known: &EntryState| {
            let mut merged = merged.iter();
            merged.any(|merged| merged.key == known.key)
        };
        let removed: Vec<_> = known
            .iter()
            .filter(|known| known.refused.is_some() && !is_remote(known))
            .map(|known| EntryState {
                removed: true,
                typed: None,
                ..known.clone()
            })
            .collect();
        merged.extend(removed);
        self.entries.entries().set(merged);
    }
}

/// The recordings, the newest first, and whether each is deleted.
fn of_wire(list: RecordingList) -> impl Iterator<Item = (Recording, bool)> {
    let active = list.items.into_iter().map(|recording| (recording, false));
    let deleted = list.deleted.into_iter().map(|recording| (recording, true));
    let mut all: Vec<_> = active.chain(deleted).collect();
    all.sort_by(|(a, _), (b, _)| b.started_at.cmp(&a.started_at));
    all.into_iter()
}
