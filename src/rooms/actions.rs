//! Actions on a room, as optimistic updates: each is shown at once and sent to the backend; after a refusal
//! it is undone, and the room's row shows a notice.

use std::pin::Pin;

use parvis_contract::problem::ProblemKind;
use parvis_ui::{focus_soon, has_focus, keep_focus, spawn};

use super::list::RoomList;
use super::state::{RoomEntry, RoomNotice, RoomState};
use crate::api::{Api, ApiError};
use crate::home_ids::{delete_button_id, restore_button_id};
use crate::i18n::agents::{AgentTexts, texts_untracked};
use crate::optimistic::{Optimistic, send_until_settled};

type ResponseFuture = Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;

/// A part of a room that can be changed.
struct RoomChange<T> {
    field: fn(&mut RoomState) -> &mut Optimistic<T>,
    send: fn(Api, RoomEntry, T) -> ResponseFuture,
    notice_of: fn(T, ApiError) -> RoomNotice,
}

impl RoomList {
    /// Marks a room as a favourite, or removes the mark.
    pub fn toggle_favourite(self, api: Api, entry: RoomEntry) {
        let wanted = !entry.is_favourite_untracked();
        let change = RoomChange {
            field: |state| &mut state.favourite,
            send: |api, entry, favourite| Box::pin(api.set_favourite(entry.id, favourite)),
            notice_of: |_, error| RoomNotice::FavouriteRefused(error),
        };
        // In the order by favourites the room moves, and its star with it.
        keep_focus(|| self.change(api, entry, change, wanted));
    }

    /// Deletes a room; while its meeting runs, only with `while_running`.
    pub fn delete(self, api: Api, entry: RoomEntry, while_running: bool) {
        self.change(api, entry, deletion(while_running), true);
        self.announce(entry, AgentTexts::room_deleted_now);
        focus_soon(restore_button_id(entry.id));
    }

    /// Restores a deleted room.
    pub fn restore(self, api: Api, entry: RoomEntry) {
        self.change(api, entry, deletion(false), false);
        self.announce(entry, AgentTexts::room_restored);
        focus_soon(delete_button_id(entry.id));
    }

    /// Announces an action on a room to assistive technologies.
    fn announce(self, entry: RoomEntry, what: fn(AgentTexts, &str) -> String) {
        let text = what(texts_untracked(self.i18n), &entry.name_untracked());
        self.announcer.announce(text);
    }

    /// Shows `wanted` at once and sends it to the backend. A change during a request is sent after it, by the
    /// loop of that request.
    fn change<T: Clone + PartialEq + 'static>(
        self,
        api: Api,
        entry: RoomEntry,
        RoomChange {
            field,
            send,
            notice_of,
        }: RoomChange<T>,
        wanted: T,
    ) {
        // The notice with the link to a running meeting is kept, as it would be lost.
        entry.update(|state| {
            state
                .notice
                .take_if(|notice| !matches!(notice, RoomNotice::WindowBlocked(_)));
            field(state).want(wanted);
        });
        spawn(send_until_settled(
            move || {
                let sent = entry.update_untracked(|state| field(state).take_request());
                sent.flatten()
            },
            async move |requested| send(api, entry, requested).await,
            move |requested, response| match response {
                Ok(()) => {
                    entry.update_untracked(|state| field(state).settle(requested, true));
                    self.record_change();
                }
                Err(error) => self.revert(api, entry, field, notice_of, requested, error),
            },
        ));
    }

    /// Handles a refusal: restores the confirmed value, unless the person wants another by now, and shows a
    /// notice.
    fn revert<T: Clone + PartialEq>(
        self,
        api: Api,
        entry: RoomEntry,
        field: fn(&mut RoomState) -> &mut Optimistic<T>,
        notice_of: fn(T, ApiError) -> RoomNotice,
        requested: T,
        error: ApiError,
    ) {
        // The room was changed in another tab or on another device, and the list is out of date.
        let is_outdated = error.is_about_the_room();
        let notice = notice_of(requested.clone(), error);
        let (here, there) = (restore_button_id(entry.id), delete_button_id(entry.id));
        let had_focus = [&here, &there].map(|id| has_focus(id));
        let mut was_refused = false;
        keep_focus(|| {
            let refused = entry.update(|state| field(state).settle(requested, false));
            was_refused = refused.unwrap_or_default();
        });
        // If the person wants another value by now, there is nothing to report.
        if was_refused {
            entry.set_notice(Some(notice));
            // The button that was pressed is removed when the room's row changes.
            match had_focus {
                [true, _] => focus_soon(there),
                [_, true] => focus_soon(here),
                _ => {}
            }
        }
        if is_outdated {
            self.refresh(api);
        }
    }
}

/// The change that deletes or restores a room.
fn deletion(while_running: bool) -> RoomChange<bool> {
    let send: fn(Api, RoomEntry, bool) -> ResponseFuture = if while_running {
        |api, entry, deleted| set_deleted(api, entry, deleted, true)
    } else {
        |api, entry, deleted| set_deleted(api, entry, deleted, false)
    };
    RoomChange {
        field: |state| &mut state.deleted,
        send,
        notice_of: |deleted, error| match error.kind() {
            Some(ProblemKind::MeetingRunning) => RoomNotice::MeetingRuns,
            _ if deleted => RoomNotice::DeleteRefused(error),
            _ => RoomNotice::RestoreRefused(error),
        },
    }
}

fn set_deleted(api: Api, entry: RoomEntry, deleted: bool, while_running: bool) -> ResponseFuture {
    if deleted {
        Box::pin(api.delete_room(entry.id, while_running))
    } else {
        Box::pin(api.restore_room(entry.id))
    }
}

impl RoomEntry {
    /// Closes the question whether to delete the room: it is kept.
    pub fn cancel_deletion(self) {
        self.set_notice(None);
        focus_soon(delete_button_id(self.id));
    }

    fn is_favourite_untracked(self) -> bool {
        self.read_untracked(|state| *state.favourite.shown())
            .unwrap_or_default()
    }
}
