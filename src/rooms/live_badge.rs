//! Which rooms run right now, as the backend tells it.

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
    /// Follows what goes on for as long as the document is seen, on whichever page: together with the other
    /// tabs of the same person. To be called once the rooms are painted: nothing that they need waits behind it.
    pub fn follow_live(self, api: Api) {
        if self.following.with_value(Option::is_some) {
            return;
        }
        // A stream that was refused once, as while the backend starts anew, is not tried again by the
        // browser; and what it said last is no longer true.
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
        // The one before is given up first: it may hold the lock.
        self.hold(None);
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
