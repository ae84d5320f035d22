//! Which rooms run right now, as the backend tells it.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::*;
use parvis_contract::live::Live;
use parvis_ui::dynamic;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use super::list::RoomList;
use super::state::Entry;
use crate::api::{Api, SharedStream};
use crate::i18n::agents::compose;
use crate::portal::Portal;

/// How often is looked whether the stream still stands.
const LOOK: Duration = Duration::from_secs(30);

thread_local! {
    /// Open while the page is seen.
    static STREAM: RefCell<Option<SharedStream>> = const { RefCell::new(None) };
}

impl RoomList {
    /// Follows what goes on for as long as the document is seen, on whichever page: together with the other
    /// tabs of the same person. To be called once the rooms are painted: nothing that they need waits behind it.
    pub fn follow_live(self, api: Api) {
        if self.is_followed.get_value() {
            return;
        }
        self.is_followed.set_value(true);
        self.follow(api, !document().hidden());
        // A stream that was refused once, as while the backend starts anew, is not tried again by the
        // browser; and what it said last is no longer true.
        set_interval(
            move || {
                let of_stream = |is: fn(&SharedStream) -> bool| {
                    STREAM.with_borrow(|stream| stream.as_ref().is_some_and(is))
                };
                if of_stream(SharedStream::is_closed) || of_stream(SharedStream::is_silent) {
                    self.live.set(Live::default());
                    self.follow(api, true);
                }
            },
            LOOK,
        );
        // A tab that is frozen holds no stream that others wait for. These events reach the document alone.
        let change = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            self.follow(api, !document().hidden() && event.type_() != "freeze");
        });
        for event in ["visibilitychange", "freeze", "resume"] {
            // A listener of any name can be added.
            let _ =
                document().add_event_listener_with_callback(event, change.as_ref().unchecked_ref());
        }
        // For as long as the document lives.
        change.forget();
    }

    fn follow(self, api: Api, is_seen: bool) {
        // The one before is given up first: it may hold the lock.
        STREAM.take();
        if !is_seen {
            return;
        }
        let account = self.account.get_value();
        let hear = move |data: String| {
            // What cannot be read says nothing; the next event may.
            if let Ok(live) = serde_json::from_str::<Live>(&data) {
                self.live.set(live);
            }
        };
        let stream = SharedStream::follow(api, "/api/v1/events", "live", &account, hear);
        STREAM.set(Some(stream));
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
    dynamic(move || match people.get() {
        0 => ().into_any(),
        people => {
            let text = compose(move |texts| texts.running(people));
            view! { <p class="fr-badge fr-badge--success fr-badge--sm room__live">{text}</p> }
                .into_any()
        }
    })
}

/// How many meetings and people are on, where the instance wants that told. Its place is kept until
/// it is known, so that nothing moves then.
#[component]
pub fn ActivityLine(list: RoomList) -> impl IntoView {
    let activity = Memo::new(move |_| list.live.with(|live| live.activity));
    let text = compose(move |texts| {
        activity
            .get()
            .map(|activity| texts.activity_of(activity))
            .unwrap_or_default()
    });
    Portal::get()
        .instance(|instance| instance.shows_activity)
        .then(|| view! { <p class="activity">{text}</p> })
}
