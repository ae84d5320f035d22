//! The one list of rooms, which outlives the pages that show it: it is made when the first of them asks for
//! it, so that its code comes with those pages and visitors load none of it.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::*;
use parvis_contract::room::RoomPage;

use super::list::RoomList;
use crate::address::Address;
use crate::api::Api;

/// How long what the app was told at its start is taken for true: pages that ask later look again.
const TRUE_FOR: Duration = Duration::from_secs(5);

/// Where the list stands once it is made. A context of the app while somebody is signed in.
#[derive(Clone, Copy)]
pub struct KeptRooms(StoredValue<Kept>);

struct Kept {
    /// The app's, which the list belongs to.
    owner: Owner,
    /// What the app was told at its start.
    first: RoomPage,
    /// When it was told: milliseconds since 1970.
    told_at: f64,
    list: Option<RoomList>,
}

impl KeptRooms {
    /// Keeps what the app was told, for as long as its caller's owner lives.
    pub fn provide(first: RoomPage) {
        provide_context(Self(StoredValue::new(Kept {
            owner: Owner::current().unwrap_or_default(),
            first,
            told_at: Date::now(),
            list: None,
        })));
    }

    fn list(self) -> RoomList {
        if let Some(list) = self.made() {
            return list;
        }
        let told = |kept: &Kept| (kept.owner.clone(), kept.first.clone(), kept.told_at);
        let (owner, first, told_at) = self.0.with_value(told);
        let list = owner.with(|| {
            let list = RoomList::new(first);
            let api = Api::get();
            list.keep_true(api);
            if Date::now() - told_at > TRUE_FOR.as_secs_f64() * 1000.0 {
                list.refresh(api);
            }
            list
        });
        self.0.update_value(|kept| kept.list = Some(list));
        list
    }

    fn made(self) -> Option<RoomList> {
        self.0.with_value(|kept| kept.list)
    }
}

impl RoomList {
    /// The list, for pages that only those who are signed in come to.
    pub fn get() -> Self {
        expect_context::<KeptRooms>().list()
    }

    /// The path of the page with the rooms: with what is searched for, where the list was shown.
    pub fn home_path() -> String {
        let made = use_context::<KeptRooms>().and_then(KeptRooms::made);
        made.map_or_else(|| Address::Home.path(), RoomList::path)
    }
}
