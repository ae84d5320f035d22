//! Page with the meetings of a room.

use leptos::prelude::*;
use parvis_contract::history::{MeetingHistory, PastMeeting};
use parvis_contract::room::RoomId;
use parvis_ui::{dynamic, focus_on_heading_soon};

use crate::address::{Address, use_room_of_page};
use crate::api::Api;
use crate::back_home::back_home;
use crate::dates::Moment;
use crate::home_ids::recordings_link_id;
use crate::i18n::history::{HistoryTexts, compose, say};
use crate::i18n::{I18n, agents};
use crate::page_title::Title;
use crate::remote::Remote;
use crate::rooms::RoomList;
use crate::units::length;

/// `/salles/{id}/historique`
#[component]
pub fn HistoryPage() -> impl IntoView {
    let room = use_room_of_page();
    dynamic(move || view! { <RoomHistory room=room.get() /> }.into_any())
}

#[component]
fn RoomHistory(room: RoomId) -> impl IntoView {
    // The room has no link of its own to this page in the list.
    RoomList::get().focus_next(Some(room), recordings_link_id(room));
    let api = Api::get();
    let remote = Remote {
        fetch: move || async move { api.meetings(room).await },
        show: move |history| view! { <Meetings room history /> }.into_any(),
        what: say(HistoryTexts::not_shown),
        refocus: focus_on_heading_soon,
        footer: back_home,
    };
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(HistoryTexts::title) />
            {remote.view()}
        </div>
    }
}

#[component]
fn Meetings(room: RoomId, history: MeetingHistory) -> impl IntoView {
    let MeetingHistory {
        room_name,
        kept_days,
        count,
        items,
    } = history;
    let shown = u64::try_from(items.len()).unwrap_or(u64::MAX);
    let newest = (shown < count).then(|| {
        view! {
            <p class="fr-hint-text">
                {compose(move |texts| texts.newest(&shown.to_string(), &count.to_string()))}
            </p>
        }
    });
    let list = if items.is_empty() {
        let none = if kept_days == 0 {
            HistoryTexts::not_kept
        } else {
            HistoryTexts::none_yet
        };
        view! {
            <p>
                <strong>{say(none)}</strong>
            </p>
        }
        .into_any()
    } else {
        let lines = items.into_iter().map(line).collect::<Vec<_>>();
        view! {
            <ul class="history" role="list">
                {lines}
            </ul>
        }
        .into_any()
    };
    let kept = (kept_days > 0).then(|| {
        view! { <p class="fr-hint-text">{compose(move |texts| texts.kept(kept_days))}</p> }
    });
    view! {
        <p class="sending__room">{agents::compose(move |texts| texts.room_is(&room_name))}</p>
        {newest}
        {list}
        {kept}
        <p>
            <a class="fr-link" href=Address::Recordings(room).path() data-chunk="recordings">
                {say(HistoryTexts::recordings)}
            </a>
        </p>
        {back_home()}
    }
}

/// A meeting: when it was, how long, and with how many people at most.
fn line(meeting: PastMeeting) -> AnyView {
    let i18n = I18n::get();
    let PastMeeting {
        started_at,
        minutes,
        most_people,
        ..
    } = meeting;
    let when = compose(move |_| Moment::of(&started_at, i18n.tag()).exact());
    let facts = compose(move |texts| {
        let length = minutes.map(|minutes| match minutes {
            0 => texts.under_a_minute().to_owned(),
            minutes => length(minutes, i18n.tag()),
        });
        let people = most_people.map(|people| texts.most_people(people));
        let parts = [length, people].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" · ")
    });
    let running = minutes.is_none().then(|| {
        view! {
            <p class="fr-badge fr-badge--success fr-badge--sm fr-badge--no-icon">
                {say(HistoryTexts::running)}
            </p>
        }
    });
    let facts = (minutes.is_some() || most_people.is_some())
        .then(|| view! { <p class="history__facts">{facts}</p> });
    view! {
        <li class="history__meeting">
            <p class="history__when">{when}</p>
            {running}
            {facts}
        </li>
    }
    .into_any()
}
