//! Context of the list of rooms, which outlives the pages that show it. The list is created when the first of
//! them asks for it, so that its code is in their chunks, and visitors load none of it.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::*;
use leptos_router::PossibleRouteMatch as _;
use leptos_router::hooks::use_location;
use parvis_contract::room::RoomPage;

use super::list::RoomList;
use crate::address::{Address, Pattern, pattern};
use crate::api::Api;

/// How long the first page counts as up to date: a list that is created later is refreshed.
const FRESH_FOR: Duration = Duration::from_secs(5);

/// The list, once it is created: a context of the app while somebody is signed in.
#[derive(Clone, Copy)]
pub struct RoomListContext(StoredValue<ListState>);

struct ListState {
    /// The app's reactive owner, which the list belongs to.
    owner: Owner,
    /// The first page, from the bootstrap response.
    first: RoomPage,
    /// When it was received, in milliseconds since 1970.
    received_at: f64,
    list: Option<RoomList>,
}

impl RoomListContext {
    /// Provides the list that starts with `first`, for the lifetime of the current owner.
    pub fn provide(first: RoomPage) {
        provide_context(Self(StoredValue::new(ListState {
            owner: Owner::current().unwrap_or_default(),
            first,
            received_at: Date::now(),
            list: None,
        })));
    }

    fn list(self) -> RoomList {
        if let Some(list) = self.created() {
            return list;
        }
        let start =
            |state: &ListState| (state.owner.clone(), state.first.clone(), state.received_at);
        let (owner, first, received_at) = self.0.with_value(start);
        let list = owner.with(|| {
            let list = RoomList::new(first);
            let api = Api::get();
            list.refresh_on_changes(api);
            // The page with the rooms requests the missing ones itself, once it is painted.
            let is_requested_by_page = list.missing.get_untracked() > 0 && shows_rooms();
            if !is_requested_by_page && Date::now() - received_at > FRESH_FOR.as_secs_f64() * 1000.0
            {
                list.refresh(api);
            }
            list
        });
        self.0.update_value(|state| state.list = Some(list));
        list
    }

    fn created(self) -> Option<RoomList> {
        self.0.with_value(|state| state.list)
    }
}

/// Whether the current page shows the rooms.
fn shows_rooms() -> bool {
    let path = use_location().pathname;
    let rooms = Pattern(&[pattern::HOME, pattern::INVITE]);
    path.with_untracked(|path| rooms.test(path).is_some())
}

impl RoomList {
    /// The list, for pages that require signing in.
    pub fn get() -> Self {
        expect_context::<RoomListContext>().list()
    }

    /// The path of the page with the rooms: with the search, if the list is created.
    pub fn home_path() -> String {
        let created = use_context::<RoomListContext>().and_then(RoomListContext::created);
        created.map_or_else(|| Address::Home.path(), RoomList::path)
    }
}
