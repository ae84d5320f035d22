//! Actions on a room, as optimistic updates: each is shown at once and sent to the backend; after a refusal
//! it is undone, and the room's row shows a notice.

use std::pin::Pin;

use leptos::prelude::*;
use parvis_contract::order::RoomSort;
use parvis_contract::problem::ProblemKind;
use parvis_ui::{focus_soon, has_focus, keep_focus, spawn};

use super::list::{LIST_ID, RoomList};
use super::state::{Entry, Notice, RoomState};
use crate::api::{Api, ApiError};
use crate::home_ids::{delete_button_id, restore_button_id};
use crate::i18n::agents::{AgentTexts, texts_now};
use crate::optimistic::{Optimistic, ask_until_settled};

type Answer = Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;

/// A part of a room that can be changed.
struct Change<T> {
    part: fn(&mut RoomState) -> &mut Optimistic<T>,
    ask: fn(Api, Entry, T) -> Answer,
    refused: fn(T, ApiError) -> Notice,
}

impl RoomList {
    /// Marks a room as a favourite, or removes the mark.
    pub fn press_favourite(self, api: Api, entry: Entry) {
        let wanted = !entry.is_favourite_now();
        let change = Change {
            part: |state| &mut state.favourite,
            ask: |api, entry, lit| Box::pin(api.set_favourite(entry.id, lit)),
            refused: |_, error| Notice::FavouriteRefused(error),
        };
        // In the order by favourites the room moves, and its star with it.
        let moves = self.order.with_untracked(|order| order.shown().by) == RoomSort::Favourites;
        keep_focus(moves.then_some(LIST_ID), || {
            self.change(api, entry, change, wanted);
        });
    }

    /// Deletes a room; while its meeting runs, only with `insisting`.
    pub fn delete(self, api: Api, entry: Entry, insisting: bool) {
        self.change(api, entry, deletion(insisting), true);
        self.announce(entry, AgentTexts::room_deleted_now);
        focus_soon(restore_button_id(entry.id));
    }

    /// Restores a deleted room.
    pub fn restore(self, api: Api, entry: Entry) {
        self.change(api, entry, deletion(false), false);
        self.announce(entry, AgentTexts::room_restored);
        focus_soon(delete_button_id(entry.id));
    }

    /// Announces an action on a room to assistive technologies.
    fn announce(self, entry: Entry, what: fn(AgentTexts, &str) -> String) {
        let text = what(texts_now(self.i18n), &entry.name_now());
        self.announcer.announce(text);
    }

    /// Shows `wanted` at once and sends it to the backend. A change during a request is sent after it, by the
    /// loop of that request.
    fn change<T: Clone + PartialEq + 'static>(
        self,
        api: Api,
        entry: Entry,
        Change { part, ask, refused }: Change<T>,
        wanted: T,
    ) {
        // The notice with the link to a running meeting is kept, as it would be lost.
        entry.update(|state| {
            state
                .notice
                .take_if(|notice| !matches!(notice, Notice::WindowBlocked(_)));
            part(state).want(wanted);
        });
        spawn(ask_until_settled(
            move || entry.update(|state| part(state).take_request()).flatten(),
            async move |asked| ask(api, entry, asked).await,
            move |asked, answer| match answer {
                Ok(()) => {
                    entry.update(|state| part(state).settle(asked, true));
                    self.changed();
                }
                Err(error) => self.turn_back(api, entry, part, refused, asked, error),
            },
        ));
    }

    fn turn_back<T: Clone + PartialEq>(
        self,
        api: Api,
        entry: Entry,
        part: fn(&mut RoomState) -> &mut Optimistic<T>,
        refused: fn(T, ApiError) -> Notice,
        asked: T,
        error: ApiError,
    ) {
        // The room was changed in another tab or on another device, and the list is out of date.
        let elsewhere = error.is_about_the_room();
        let notice = refused(asked.clone(), error);
        let (here, there) = (restore_button_id(entry.id), delete_button_id(entry.id));
        let had_focus = [&here, &there].map(|id| has_focus(id));
        let mut refused_for_good = false;
        keep_focus(None, || {
            let refused = entry.update(|state| part(state).settle(asked, false));
            refused_for_good = refused.unwrap_or_default();
        });
        // If the person wants another value by now, there is nothing to report.
        if refused_for_good {
            entry.set_notice(Some(notice));
            // The button that was pressed is removed when the room's row changes.
            match had_focus {
                [true, _] => focus_soon(there),
                [_, true] => focus_soon(here),
                _ => {}
            }
        }
        if elsewhere {
            self.refresh(api);
        }
    }
}

/// The change that deletes or restores a room.
fn deletion(insisting: bool) -> Change<bool> {
    let ask: fn(Api, Entry, bool) -> Answer = if insisting {
        |api, entry, gone| set_deleted(api, entry, gone, true)
    } else {
        |api, entry, gone| set_deleted(api, entry, gone, false)
    };
    Change {
        part: |state| &mut state.deleted,
        ask,
        refused: |gone, error| match error.kind() {
            Some(ProblemKind::MeetingRunning) => Notice::MeetingRuns,
            _ if gone => Notice::DeleteRefused(error),
            _ => Notice::RestoreRefused(error),
        },
    }
}

fn set_deleted(api: Api, entry: Entry, gone: bool, insisting: bool) -> Answer {
    if gone {
        Box::pin(api.delete_room(entry.id, insisting))
    } else {
        Box::pin(api.restore_room(entry.id))
    }
}

impl Entry {
    /// Closes the question whether to delete the room: it is kept.
    pub fn keep(self) {
        self.set_notice(None);
        focus_soon(delete_button_id(self.id));
    }

    fn is_favourite_now(self) -> bool {
        self.read_once(|state| *state.favourite.shown())
            .unwrap_or_default()
    }
}
