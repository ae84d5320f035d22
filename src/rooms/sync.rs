//! Synchronisation of the list with the backend: rooms that are not in the first page, and changes made
//! elsewhere.

use leptos::ev;
use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomPage;
use parvis_ui::{keep_focus, listen_to_window, spawn};

use super::list::RoomList;
use super::sorting::places;
use crate::api::{Api, ApiError};
use crate::page_load;
use crate::sign_out;
use crate::tabs::{self, TabMessage};

impl RoomList {
    /// Loads the rooms that are not in the first page. The whole list is requested, because rooms created or
    /// deleted meanwhile would shift its pages.
    pub async fn complete(self, api: Api) -> Result<(), ApiError> {
        if self.missing.get_untracked() == 0 {
            return Ok(());
        }
        self.renew(api).await
    }

    /// Refreshes the list whenever something may have changed elsewhere: in another tab, or while this one
    /// was hidden or offline.
    pub fn keep_true(self, api: Api) {
        tabs::subscribe(TabMessage::Rooms, move || self.refresh(api));
        listen_to_window(ev::online, move |_| self.refresh(api));
        listen_to_window(ev::visibilitychange, move |_| {
            if !document().hidden() {
                self.refresh(api);
            }
        });
    }

    /// Requests the whole list. A failure is ignored until the next occasion, because the person has not
    /// asked for it. If the session has expired, the document is reloaded.
    pub fn refresh(self, api: Api) {
        // A response to a pending request may be older than the change.
        self.changes.update_value(|changes| *changes += 1);
        if self.refreshing.get_value() {
            return;
        }
        self.refreshing.set_value(true);
        spawn(async move {
            let renewed = self.renew(api).await;
            self.refreshing.set_value(false);
            if let Err(error) = renewed
                && error.kind() == Some(ProblemKind::SignInRequired)
                && !sign_out::is_in_progress()
            {
                // The session has expired: the next person must not see these rooms.
                page_load::reload();
            }
        });
    }

    /// Applies the whole list from the backend. A response older than a change made here is discarded, and
    /// the list is requested again.
    async fn renew(self, api: Api) -> Result<(), ApiError> {
        loop {
            let before = self.changes.get_value();
            let told = tell(api).await?;
            if self.changes.get_value() != before {
                continue;
            }
            if self.account.with_value(|account| *account != told.owner) {
                // Another account has signed in: nothing on this page belongs to it.
                tabs::clear_and_reload();
                return Ok(());
            }
            keep_focus(None, || {
                self.merge(told.items, &told.deleted);
                self.missing.set(0);
                self.order.update(|known| known.apply_remote(told.order));
            });
            return Ok(());
        }
    }
}

/// How often the list is requested, if it changes between two of its pages.
const MOST_TRIES: usize = 3;

/// The whole list. If it changes between two of its pages, rooms may be missing or appear twice: then it is
/// requested again.
async fn tell(api: Api) -> Result<RoomPage, ApiError> {
    for _ in 0..MOST_TRIES {
        if let Some(whole) = tell_once(api).await? {
            return Ok(whole);
        }
    }
    Err(ApiError::Unexpected)
}

/// All pages as one; `None` if they are inconsistent.
async fn tell_once(api: Api) -> Result<Option<RoomPage>, ApiError> {
    let mut whole = api.rooms(0).await?;
    while (whole.items.len() as u64) < whole.total {
        let next = api.rooms(whole.items.len()).await?;
        if next.items.is_empty() || (next.total, next.order) != (whole.total, whole.order) {
            return Ok(None);
        }
        whole.items.extend(next.items);
        whole.deleted = next.deleted;
    }
    let ids: Vec<_> = whole.items.iter().map(|room| room.id).collect();
    let by_id = places(ids.len(), &mut |a, b| ids[a].cmp(&ids[b]));
    let twice = by_id.windows(2).any(|pair| ids[pair[0]] == ids[pair[1]]);
    Ok((!twice).then_some(whole))
}
