//! The recordings of a room on the page, and what is done with them.

use std::cell::Cell;

use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;
use parvis_contract::recording::{Recording, RecordingList, UpdateRecording};
use parvis_contract::room::RoomId;
use parvis_ui::{Announcer, focus_soon, has_focus, spawn};

use super::state::ShownRecording;
use crate::api::{Api, ApiError};
use crate::i18n::I18n;
use crate::i18n::agents::AgentTexts;
use crate::i18n::recordings::{RecordingTexts, texts_untracked};
use crate::optimistic::Optimistic;
use crate::rows::{Change, Row, Rows};

/// The row of a recording.
pub type RecordingRow = Row<ShownRecording>;

/// The recordings of a room; belongs to the page.
#[derive(Clone, Copy)]
pub struct Recordings {
    pub rows: Rows<ShownRecording>,
    /// Whether the room has more recordings than are listed.
    pub is_incomplete: RwSignal<bool>,
    room: RoomId,
    api: Api,
    i18n: I18n,
    announcer: Announcer,
}

impl Recordings {
    /// Creates the list from the backend's.
    pub fn new(room: RoomId, list: RecordingList) -> Self {
        Self {
            is_incomplete: RwSignal::new(list.is_incomplete),
            rows: Rows::new(newest_first(list)),
            room,
            api: Api::get(),
            i18n: I18n::get(),
            announcer: Announcer::get(),
        }
    }

    /// Requests the list and applies it.
    pub fn refresh(self) {
        spawn(async move {
            self.fetch().await;
        });
    }

    /// Requests the list and applies it; then nothing in it is new any more. What becomes ready meanwhile stays new.
    pub fn refresh_and_mark_seen(self) {
        spawn(async move {
            if let Some(as_of) = self.fetch().await {
                // Where it fails, the badge stays until the next visit.
                drop(self.api.recordings_seen(self.room, as_of).await);
            }
        });
    }

    /// Requests the list and applies it; returns its [`as_of`](RecordingList::as_of).
    async fn fetch(self) -> Option<i64> {
        let Self {
            rows,
            is_incomplete,
            room,
            api,
            ..
        } = self;
        let as_of = Cell::new(None);
        let request = async || {
            let list = api.recordings(room).await?;
            as_of.set(list.as_of);
            // The page may have been left.
            is_incomplete.try_set(list.is_incomplete);
            Ok(newest_first(list))
        };
        rows.refresh(request).await.then(|| as_of.get()).flatten()
    }

    /// Renames a recording, whose field is closed. After a refusal the field is opened again with the name.
    pub fn rename(self, row: RecordingRow, name: String) {
        row.update(|recording| recording.typed = None);
        self.announce(row, |texts, _| texts.renamed(&name));
        let patch = |name| UpdateRecording {
            name: Some(name),
            ..UpdateRecording::default()
        };
        let change = Change {
            what: |_| |catalogue| RecordingTexts(catalogue).rename_refused(),
            on_refusal: |recording: &mut ShownRecording, name| {
                recording.typed.get_or_insert(name);
            },
            ..self.update(row, |recording| &mut recording.name, patch)
        };
        self.change(row, change, name);
    }

    /// Publishes a recording, or withdraws it.
    pub fn publish(self, row: RecordingRow, published: bool) {
        let patch = |published| UpdateRecording {
            published: Some(published),
            ..UpdateRecording::default()
        };
        let change = self.update(row, |recording| &mut recording.published, patch);
        self.change(row, change, published);
    }

    /// Protects a recording, or removes the protection.
    pub fn protect(self, row: RecordingRow, protected: bool) {
        let patch = |protected| UpdateRecording {
            protected: Some(protected),
            ..UpdateRecording::default()
        };
        let change = self.update(row, |recording| &mut recording.protected, patch);
        self.change(row, change, protected);
    }

    /// Deletes a recording.
    pub fn delete(self, row: RecordingRow) {
        self.announce(row, RecordingTexts::deleted_now);
        self.change(row, self.deletion(row), true);
        focus_soon(row.element_id(RESTORE));
    }

    /// Restores a deleted recording.
    pub fn restore(self, row: RecordingRow) {
        self.announce(row, RecordingTexts::restored);
        self.change(row, self.deletion(row), false);
        focus_soon(row.element_id(DELETE));
    }

    fn announce(self, row: RecordingRow, what: impl FnOnce(RecordingTexts, &str) -> String) {
        let name = row.read_untracked(|recording| recording.name.shown().clone());
        let text = what(texts_untracked(self.i18n), &name);
        self.announcer.announce(text);
    }

    /// A change that `patch` writes as a request.
    fn update<T: 'static>(
        self,
        row: RecordingRow,
        field: fn(&mut ShownRecording) -> &mut Optimistic<T>,
        patch: fn(T) -> UpdateRecording,
    ) -> Change<ShownRecording, T> {
        let Self { room, api, .. } = self;
        let id = id_of(row);
        Change {
            field,
            send: Box::new(move |wanted| {
                let (id, change) = (id.clone(), patch(wanted));
                Box::pin(async move { api.update_recording(room, &id, &change).await })
            }),
            what: |_| |catalogue| RecordingTexts(catalogue).change_refused(),
            on_refusal: |_, _| (),
        }
    }

    /// The change that deletes or restores a recording.
    fn deletion(self, row: RecordingRow) -> Change<ShownRecording, bool> {
        let Self { room, api, .. } = self;
        let id = id_of(row);
        Change {
            field: |recording| &mut recording.deleted,
            send: Box::new(move |is_deleted| {
                let id = id.clone();
                Box::pin(async move {
                    if is_deleted {
                        api.delete_recording(room, &id).await
                    } else {
                        api.restore_recording(room, &id).await
                    }
                })
            }),
            what: |is_deleted| {
                if *is_deleted {
                    |catalogue| RecordingTexts(catalogue).delete_refused()
                } else {
                    |catalogue| AgentTexts(catalogue).restore_refused()
                }
            },
            on_refusal: |_, _| (),
        }
    }

    fn change<T: Clone + PartialEq + 'static>(
        self,
        row: RecordingRow,
        change: Change<ShownRecording, T>,
        wanted: T,
    ) {
        let settled = move |error: Option<&ApiError>| {
            // A refusal may have replaced the button that was pressed.
            let is_deleted = |recording: &ShownRecording| *recording.deleted.shown();
            let (shown, hidden) = if row.try_read_untracked(is_deleted).unwrap_or_default() {
                (RESTORE, DELETE)
            } else {
                (DELETE, RESTORE)
            };
            if has_focus(&row.element_id(hidden)) {
                focus_soon(row.element_id(shown));
            }
            // What can be played depends on it; or the recording was changed elsewhere.
            if error.is_none_or(is_outdated) {
                self.refresh();
            }
        };
        self.rows.change(row, change, wanted, settled);
    }
}

/// The parts of a row's element identifiers.
pub const DELETE: &str = "delete";
pub const RESTORE: &str = "restore";

fn id_of(row: RecordingRow) -> String {
    row.read_untracked(|recording| recording.remote.id.clone())
}

/// Whether an error says that the list is out of date.
fn is_outdated(error: &ApiError) -> bool {
    error.is_about_the_room() || error.kind() == Some(ProblemKind::RecordingNotFound)
}

/// The recordings, the newest first, and whether each is deleted.
fn newest_first(list: RecordingList) -> Vec<(Recording, bool)> {
    let active = list.items.into_iter().map(|recording| (recording, false));
    let deleted = list.deleted.into_iter().map(|recording| (recording, true));
    let mut all: Vec<_> = active.chain(deleted).collect();
    all.sort_by(|(a, _), (b, _)| b.started_at.cmp(&a.started_at));
    all
}
