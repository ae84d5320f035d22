//! Actions on a recording, as optimistic updates: each is shown at once and sent to the backend; after a refusal
//! it is undone, and the recording's row shows why.

use std::pin::Pin;

use parvis_contract::problem::ProblemKind;
use parvis_contract::recording::UpdateRecording;
use parvis_contract::room::RoomId;
use parvis_ui::{focus_soon, has_focus, spawn};

use super::entry::{Entry, EntryState, Refused};
use super::list::Recordings;
use crate::api::{Api, ApiError};
use crate::i18n::agents::AgentTexts;
use crate::i18n::recordings::{RecordingTexts, texts_untracked};
use crate::optimistic::{Optimistic, send_until_settled};

type ResponseFuture = Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;

/// A part of a recording that can be changed.
struct Change<T> {
    field: fn(&mut EntryState) -> &mut Optimistic<T>,
    send: fn(Api, RoomId, String, T) -> ResponseFuture,
    /// What was not done, after a refusal of a value.
    refused: fn(&T) -> fn(RecordingTexts) -> &'static str,
}

impl Recordings {
    /// Renames a recording, whose field is closed. After a refusal the field is opened again with the name.
    pub fn rename(self, entry: Entry, name: String) {
        entry.update(|state| state.typed = None);
        self.announce(entry, |texts, _| texts.renamed(&name));
        let change = Change {
            field: |state| &mut state.name,
            send: |api, room, id, name| {
                let change = UpdateRecording {
                    name: Some(name),
                    ..UpdateRecording::default()
                };
                Box::pin(async move { api.update_recording(room, &id, &change).await })
            },
            refused: |_| RecordingTexts::rename_refused,
        };
        self.change(entry, change, name, |state, name| {
            state.typed.get_or_insert(name);
        });
    }

    /// Publishes a recording, or withdraws it.
    pub fn publish(self, entry: Entry, published: bool) {
        let change = Change {
            field: |state| &mut state.published,
            send: |api, room, id, published| {
                let change = UpdateRecording {
                    published: Some(published),
                    ..UpdateRecording::default()
                };
                Box::pin(async move { api.update_recording(room, &id, &change).await })
            },
            refused: |_| RecordingTexts::change_refused,
        };
        self.change(entry, change, published, |_, _| ());
    }

    /// Protects a recording, or removes the protection.
    pub fn protect(self, entry: Entry, protected: bool) {
        let change = Change {
            field: |state| &mut state.protected,
            send: |api, room, id, protected| {
                let change = UpdateRecording {
                    protected: Some(protected),
                    ..UpdateRecording::default()
                };
                Box::pin(async move { api.update_recording(room, &id, &change).await })
            },
            refused: |_| RecordingTexts::change_refused,
        };
        self.change(entry, change, protected, |_, _| ());
    }

    /// Deletes a recording.
    pub fn delete(self, entry: Entry) {
        self.announce(entry, RecordingTexts::deleted_now);
        self.change(entry, deletion(), true, |_, _| ());
        focus_soon(entry.element_id("restore"));
    }

    /// Restores a deleted recording.
    pub fn restore(self, entry: Entry) {
        self.announce(entry, RecordingTexts::restored);
        self.change(entry, deletion(), false, |_, _| ());
        focus_soon(entry.element_id("delete"));
    }

    fn announce(self, entry: Entry, what: impl FnOnce(RecordingTexts, &str) -> String) {
        let text = what(texts_untracked(self.i18n), &entry.name_untracked());
        self.announcer.announce(text);
    }

    /// Shows `wanted` at once and sends it to the backend. `on_refusal` gets a value that was refused, if it is
    /// still wanted.
    fn change<T: Clone + PartialEq + 'static>(
        self,
        entry: Entry,
        Change {
            field,
            send,
            refused,
        }: Change<T>,
        wanted: T,
        on_refusal: fn(&mut EntryState, T),
    ) {
        entry.update(|state| {
            state.refused = None;
            field(state).want(wanted);
        });
        let Self { room, api, .. } = self;
        let id = entry.id();
        spawn(send_until_settled(
            move || entry.update(|state| field(state).take_request()).flatten(),
            async move |requested| send(api, room, id.clone(), requested).await,
            move |requested, response| {
                let error = response.err();
                let is_outdated = error.as_ref().is_none_or(is_about_the_recording);
                let here = ["restore", "delete"].map(|part| entry.element_id(part));
                let had_focus = here.iter().any(|id| has_focus(id));
                entry.update(|state| {
                    let still_wanted = field(state).settle(requested.clone(), error.is_none());
                    if let Some(error) = error.filter(|_| still_wanted) {
                        state.refused = Some(Refused {
                            what: refused(&requested),
                            error,
                        });
                        on_refusal(state, requested);
                    }
                });
                // The button that was pressed may have been removed.
                if had_focus {
                    refocus(entry);
                }
                self.record_change();
                // What can be played depends on it; or the recording was changed elsewhere.
                if is_outdated {
                    self.refresh();
                }
            },
        ));
    }
}

/// Moves the focus to the button that deletes or restores the recording, whichever is shown.
fn refocus(entry: Entry) {
    let is_deleted = entry.read_untracked(|state| *state.deleted.shown());
    focus_soon(entry.element_id(if is_deleted { "restore" } else { "delete" }));
}

fn is_about_the_recording(error: &ApiError) -> bool {
    error.is_about_the_room() || error.kind() == Some(ProblemKind::RecordingNotFound)
}

/// The change that deletes or restores a recording.
fn deletion() -> Change<bool> {
    Change {
        field: |state| &mut state.deleted,
        send: |api, room, id, is_deleted| {
            Box::pin(async move {
                if is_deleted {
                    api.delete_recording(room, &id).await
                } else {
                    api.restore_recording(room, &id).await
                }
            })
        },
        refused: |is_deleted| {
            if *is_deleted {
                RecordingTexts::delete_refused
            } else {
                |texts| AgentTexts(texts.0).restore_refused()
            }
        },
    }
}
