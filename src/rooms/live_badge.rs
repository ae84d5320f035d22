//! Which rooms run right now, as the backend tells it.

use std::cell::RefCell;

use leptos::ev;
use leptos::prelude::*;
use parvis_contract::live::Live;

use super::list::RoomList;
use super::state::Entry;
use crate::api::{Api, EventStream};
use crate::i18n::agents::compose;
use crate::ui::{live, nothing};

thread_local! {
    /// Open while the page is seen.
    static STREAM: RefCell<Option<EventStream>> = const { RefCell::new(None) };
}

impl RoomList {
    /// Hears what goes on for as long as the page is seen. To be called once the rooms are painted:
    /// nothing that they need waits behind it.
    pub fn follow_live(self, api: Api) {
        let follow = move || {
            let stream = (!document().hidden()).then(|| {
                api.events("/api/v1/events").hear("live", move |data| {
                    // What cannot be read says nothing; the next event may.
                    if let Ok(live) = serde_json::from_str::<Live>(&data) {
                        self.live.set(live);
                    }
                })
            });
            STREAM.set(stream);
        };
        follow();
        window_event_listener(ev::visibilitychange, move |_| follow());
    }
}

/// "En cours – 3 personnes", on a room that runs.
#[component]
pub fn LiveBadge(list: RoomList, entry: Entry) -> impl IntoView {
    let people = Memo::new(move |_| {
        list.live.with(|live| {
            let room = live.rooms.iter().find(|room| room.id == entry.id);
            room.map_or(0, |room| room.people)
        })
    });
    live(move || match people.get() {
        0 => nothing(),
        people => {
            let text = compose(move |texts| (texts.running)(people));
            view! { <p class="fr-badge fr-badge--success fr-badge--sm room__live">{text}</p> }
                .into_any()
        }
    })
}

/// How many meetings and people are on, where the instance wants that told.
#[component]
pub fn ActivityLine(list: RoomList) -> impl IntoView {
    let activity = Memo::new(move |_| list.live.with(|live| live.activity));
    live(move || match activity.get() {
        None => nothing(),
        Some(activity) => {
            let text = compose(move |texts| (texts.activity)(activity));
            view! { <p class="activity">{text}</p> }.into_any()
        }
    })
}
