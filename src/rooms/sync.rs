//! Synchronisation of the list with the backend: rooms that are not in the first page, and changes made
//! elsewhere.

use leptos::ev;
use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomPage;
use parvis_ui::{keep_focus, listen_to_window, spawn};

use super::list::RoomList;
use super::sorting::sorted_indices;
use crate::api::{Api, ApiError};
use crate::page_load;
use crate::sign_out;
use crate::tabs::{self, TabMessage};

impl RoomList {
    /// Loads the rooms that are not in the first page. The whole list is requested, because rooms created or
    /// deleted meanwhile would shift its pages.
    pub async fn load_missing(self, api: Api) -> Result<(), ApiError> {
        if self.missing.get_untracked() == 0 {
            return Ok(());
        }
        self.fetch_and_merge(api).await
    }

    /// Refreshes the list whenever something may have changed elsewhere: in another tab, or while this one
    /// was hidden or offline.
    pub fn refresh_on_changes(self, api: Api) {
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
            let result = self.fetch_and_merge(api).await;
            self.refreshing.set_value(false);
            if let Err(error) = result
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
    async fn fetch_and_merge(self, api: Api) -> Result<(), ApiError> {
        loop {
            let before = self.changes.get_value();
            let fetched = fetch_all(api).await?;
            if self.changes.get_value() != before {
                continue;
            }
            if self.account.with_value(|account| *account != fetched.owner) {
                // Another account has signed in: nothing on this page belongs to it.
                tabs::clear_and_reload();
                return Ok(());
            }
            keep_focus(|| {
                self.merge(fetched.items, &fetched.deleted);
                self.missing.set(0);
                self.missing_own.set(0);
                self.order.update(|order| order.apply_remote(fetched.order));
            });
            return Ok(());
        }
    }
}

/// How often the list is requested, if it changes between two of its pages.
const MAX_TRIES: usize = 3;

/// The whole list. If it changes between two of its pages, rooms may be missing or appear twice: then it is
/// requested again.
async fn fetch_all(api: Api) -> Result<RoomPage, ApiError> {
    for _ in 0..MAX_TRIES {
        if let Some(all) = fetch_pages(api).await? {
            return Ok(all);
        }
    }
    Err(ApiError::Unexpected)
}

/// All pages as one; `None` if they are inconsistent.
async fn fetch_pages(api: Api) -> Result<Option<RoomPage>, ApiError> {
    let mut all = api.rooms(0).await?;
    while (all.items.len() as u64) < all.total {
        let next = api.rooms(all.items.len()).await?;
        if next.items.is_empty() || (next.total, next.order) != (all.total, all.order) {
            return Ok(None);
        }
        all.items.extend(next.items);
        all.deleted = next.deleted;
    }
    let ids: Vec<_> = all.items.iter().map(|room| room.id).collect();
    let by_id = sorted_indices(ids.len(), &mut |a, b| ids[a].cmp(&ids[b]));
    let has_duplicates = by_id.windows(2).any(|pair| ids[pair[0]] == ids[pair[1]]);
    Ok((!has_duplicates).then_some(all))
}
