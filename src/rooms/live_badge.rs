//! Running meetings, from server-sent events: a badge on each room, and the activity of the instance.

use leptos::prelude::*;
use parvis_contract::live::Live;
use parvis_ui::dynamic;

use super::following::Following;
use super::list::RoomList;
use super::state::Entry;
use crate::api::{Api, SharedStream};
use crate::i18n::agents::compose;
use crate::portal::Portal;

impl RoomList {
    /// Subscribes to the running meetings while the document is visible, on every page, with one stream for
    /// all tabs of the same person. To be called once the rooms are painted, so that they do not wait for it.
    pub fn follow_live(self, api: Api) {
        if self.following.with_value(Option::is_some) {
            return;
        }
        // After an error response, as while the backend restarts, the browser does not reconnect, and the
        // last event is out of date.
        let look = move || {
            let stands = self.following.with_value(|following| {
                let stream = following.as_ref().and_then(|each| each.stream.as_ref());
                stream.is_none_or(|stream| !stream.is_closed() && !stream.is_silent())
            });
            if !stands {
                self.live.set(Live::default());
                self.follow(api, true);
            }
        };
        let following = Following::start(look, move |is_seen| self.follow(api, is_seen));
        self.following.set_value(Some(following));
        self.follow(api, !document().hidden());
    }

    fn follow(self, api: Api, is_seen: bool) {
        // The former stream is dropped first: it may hold the lock.
        self.hold(None);
        if !is_seen {
            return;
        }
        let account = self.account.get_value();
        let hear = move |data: String| {
            // Invalid data are ignored; the next event may be valid.
            if let Ok(live) = serde_json::from_str::<Live>(&data) {
                self.live.set(live);
            }
        };
        let stream = SharedStream::follow(api, "/api/v1/events", "live", &account, hear);
        self.hold(Some(stream));
    }

    fn hold(self, stream: Option<SharedStream>) {
        self.following.update_value(|following| {
            if let Some(following) = following {
                following.stream = stream;
            }
        });
    }
}

/// The badge of a running meeting: "En cours – 3 personnes".
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
