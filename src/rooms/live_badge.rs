//! Running meetings, from server-sent events: a badge on each room, and the activity of the instance.

use leptos::prelude::*;
use parvis_contract::live::Live;
use parvis_ui::dynamic;

use super::list::RoomList;
use super::state::RoomEntry;
use super::stream_lifecycle::StreamLifecycle;
use crate::api::{Api, SharedStream};
use crate::i18n::agents::compose;
use crate::portal::Portal;

impl RoomList {
    /// Subscribes to the running meetings while the document is visible, on every page, with one stream for
    /// all tabs of the same person. To be called once the rooms are painted, so that they do not wait for it.
    pub fn subscribe_to_running_meetings(self, api: Api) {
        if self.lifecycle.with_value(Option::is_some) {
            return;
        }
        // After an error response, as while the backend restarts, the browser does not reconnect, and the
        // last event is out of date.
        let check = move || {
            let is_healthy = self.lifecycle.with_value(|lifecycle| {
                let stream = lifecycle.as_ref().and_then(|each| each.stream.as_ref());
                stream.is_none_or(|stream| !stream.is_closed() && !stream.is_silent())
            });
            if !is_healthy {
                self.live.set(Live::default());
                self.connect(api, true);
            }
        };
        let lifecycle =
            StreamLifecycle::start(check, move |is_visible| self.connect(api, is_visible));
        self.lifecycle.set_value(Some(lifecycle));
        self.connect(api, !document().hidden());
    }

    fn connect(self, api: Api, is_visible: bool) {
        // The former stream is dropped first: it may hold the lock.
        self.set_stream(None);
        if !is_visible {
            return;
        }
        let account = self.account.get_value();
        let on_event = move |data: String| {
            // Invalid data are ignored; the next event may be valid.
            if let Ok(live) = serde_json::from_str::<Live>(&data) {
                self.live.set(live);
            }
        };
        let stream = SharedStream::subscribe(api, "/api/v1/events", "live", &account, on_event);
        self.set_stream(Some(stream));
    }

    fn set_stream(self, stream: Option<SharedStream>) {
        self.lifecycle.update_value(|lifecycle| {
            if let Some(lifecycle) = lifecycle {
                lifecycle.stream = stream;
            }
        });
    }
}

/// The badge of a running meeting: "En cours – 3 personnes".
#[component]
pub fn LiveBadge(list: RoomList, entry: RoomEntry) -> impl IntoView {
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

/// The number of running meetings and of people in them, if the instance shows it. Its space is reserved
/// until it is known, so that the layout does not shift.
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
