//! Running meetings and new recordings, from server-sent events: badges on each room, and the activity of the
//! instance.

use leptos::prelude::*;
use parvis_contract::live::Live;
use parvis_ui::dynamic;

use super::list::RoomList;
use super::state::RoomEntry;
use super::stream_lifecycle::StreamLifecycle;
use crate::api::{Api, SharedStream};
use crate::i18n::agents::{AgentTexts, compose, say};
use crate::json;
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
            if let Some(live) = json::read::<Live>(&data) {
                self.refresh_if_changed(api, &live.rooms_version);
                self.live.set(live);
            }
        };
        let stream = SharedStream::subscribe(api, "/api/v1/events", "live", &account, on_event);
        self.set_stream(Some(stream));
    }

    /// Refreshes the list if rooms were delegated to the person, withdrawn or handed over since the last event.
    fn refresh_if_changed(self, api: Api, version: &str) {
        let last = self
            .rooms_version
            .try_update_value(|last| last.replace(version.to_owned()));
        if last.flatten().is_some_and(|last| last != version) {
            self.refresh(api);
        }
    }

    fn set_stream(self, stream: Option<SharedStream>) {
        self.lifecycle.update_value(|lifecycle| {
            if let Some(lifecycle) = lifecycle {
                lifecycle.stream = stream;
            }
        });
    }
}

/// The badges of a room: "En cours – 3 personnes", "Nouvel enregistrement".
#[component]
pub fn RoomBadges(list: RoomList, entry: RoomEntry) -> impl IntoView {
    let badges = Memo::new(move |_| {
        list.live.with(|live| {
            let room = live.rooms.iter().find(|room| room.id == entry.id);
            let people = room.map_or(0, |room| room.people);
            (people, live.new_recordings.contains(&entry.id))
        })
    });
    dynamic(move || {
        let (people, has_new) = badges.get();
        if people == 0 && !has_new {
            return ().into_any();
        }
        let running = (people > 0).then(|| {
            let text = compose(move |texts| texts.running(people));
            view! { <p class="fr-badge fr-badge--success fr-badge--sm">{text}</p> }
        });
        let new = has_new.then(|| {
            view! { <p class="fr-badge fr-badge--new fr-badge--sm">{say(AgentTexts::new_recording)}</p> }
        });
        view! { <div class="room__badges">{running} {new}</div> }.into_any()
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
