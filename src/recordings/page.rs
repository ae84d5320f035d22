//! Page with the recordings of a room.

use leptos::prelude::*;
use parvis_contract::recording::RecordingList;
use parvis_contract::room::RoomId;
use parvis_ui::{Alert, AlertKind, dynamic, focus_on_heading_soon};

use super::list::Recordings;
use super::row::RecordingLine;
use crate::address::{Address, use_room_of_page};
use crate::api::Api;
use crate::back_home::back_home;
use crate::history_link::HistoryLink;
use crate::home_ids::recordings_link_id;
use crate::i18n::agents;
use crate::i18n::recordings::{RecordingTexts, say};
use crate::page_title::Title;
use crate::remote::Remote;
use crate::rooms::RoomList;

/// `/salles/{id}/enregistrements`
#[component]
pub fn RecordingsPage() -> impl IntoView {
    let room = use_room_of_page();
    dynamic(move || view! { <RoomRecordings room=room.get() /> }.into_any())
}

#[component]
fn RoomRecordings(room: RoomId) -> impl IntoView {
    RoomList::get().focus_next(Some(room), recordings_link_id(room));
    let api = Api::get();
    let remote = Remote {
        fetch: move || async move { api.recordings(room).await },
        show: move |list| view! { <List room list /> }.into_any(),
        what: say(RecordingTexts::not_shown),
        refocus: focus_on_heading_soon,
        footer: back_home,
    };
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(RecordingTexts::title) />
            {remote.view()}
        </div>
    }
}

#[component]
fn List(room: RoomId, list: RecordingList) -> impl IntoView {
    let name = list.room_name.clone();
    let recordings = Recordings::new(room, list);
    mark_as_seen(room, recordings);
    let is_empty = recordings.rows.is_empty();
    let incomplete = dynamic(move || {
        if recordings.is_incomplete.get() {
            view! { <Incomplete /> }.into_any()
        } else {
            ().into_any()
        }
    });
    let list = dynamic(move || {
        if is_empty.get() {
            return view! { <NoneYet room /> }.into_any();
        }
        view! {
            <ul class="recordings" role="list">
                <For each=move || recordings.rows.all() key=|row| row.key let:row>
                    <RecordingLine recordings row />
                </For>
            </ul>
        }
        .into_any()
    });
    view! {
        <p class="sending__room">{agents::compose(move |texts| texts.room_is(&name))}</p>
        {incomplete}
        {list}
        <HistoryLink room />
        {back_home()}
    }
}

/// Marks new recordings as seen once they are shown.
fn mark_as_seen(room: RoomId, recordings: Recordings) {
    let rooms = RoomList::get();
    rooms.subscribe_to_running_meetings(Api::get());
    let last_new = rooms.last_new_recording(room);
    Effect::new(move || {
        if last_new.get().is_some() {
            recordings.refresh_and_mark_seen();
        }
    });
}

/// What is said above a list that lacks some recordings.
#[component]
fn Incomplete() -> impl IntoView {
    view! {
        <Alert kind=AlertKind::Info title=say(RecordingTexts::incomplete)>
            <p>{say(RecordingTexts::incomplete_detail)}</p>
        </Alert>
    }
}

/// What is shown in place of an empty list.
#[component]
fn NoneYet(room: RoomId) -> impl IntoView {
    view! {
        <p>
            <strong>{say(RecordingTexts::none_yet)}</strong>
        </p>
        <p>{say(RecordingTexts::none_yet_detail)}</p>
        <p>
            <a class="fr-link" href=Address::Edit(room).path() data-chunk="form">
                {say(RecordingTexts::room_options)}
            </a>
        </p>
    }
}
