//! Page with the files of a room.

use leptos::prelude::*;
use parvis_contract::file::FileList;
use parvis_contract::room::RoomId;
use parvis_ui::{dynamic, focus_on_heading_soon};

use super::add::AddFiles;
use super::list::Files;
use super::row::FileLine;
use super::upload_line::UploadLine;
use super::uploads::Uploads;
use crate::address::use_room_of_page;
use crate::api::Api;
use crate::back_home::back_home;
use crate::home_ids::files_link_id;
use crate::i18n::agents;
use crate::i18n::files::{FileTexts, compose, say};
use crate::page_title::Title;
use crate::remote::Remote;
use crate::rooms::RoomList;

/// `/salles/{id}/fichiers`
#[component]
pub fn FilesPage() -> impl IntoView {
    let room = use_room_of_page();
    dynamic(move || view! { <RoomFiles room=room.get() /> }.into_any())
}

#[component]
fn RoomFiles(room: RoomId) -> impl IntoView {
    RoomList::get().focus_next(Some(room), files_link_id(room));
    let api = Api::get();
    let remote = Remote {
        fetch: move || async move { api.files(room).await },
        show: move |list| view! { <List room list /> }.into_any(),
        what: say(FileTexts::not_shown),
        refocus: focus_on_heading_soon,
        footer: back_home,
    };
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(FileTexts::title) />
            {remote.view()}
        </div>
    }
}

#[component]
fn List(room: RoomId, list: FileList) -> impl IntoView {
    let name = list.room_name.clone();
    let max_bytes = list.max_bytes;
    let files = Files::new(room, list);
    let uploads = Uploads::new(files);
    let rooms = RoomList::get();
    rooms.subscribe_to_running_meetings(files.api);
    let is_running = rooms.is_running(room);
    let is_full = Memo::new(move |_| {
        let uploads = uploads.all.with(Vec::len);
        (files.count() + uploads) as u64 >= files.limit
    });
    let add = dynamic(move || {
        if is_full.get() {
            let limit = compose(move |texts| texts.limit(files.limit));
            view! { <p>{limit}</p> }.into_any()
        } else {
            view! { <AddFiles uploads max_bytes /> }.into_any()
        }
    });
    let has_rows = files.rows.is_empty();
    let is_empty = Memo::new(move |_| has_rows.get() && uploads.all.with(Vec::is_empty));
    let rows = dynamic(move || {
        if is_empty.get() {
            return view! { <p>{say(FileTexts::none_yet)}</p> }.into_any();
        }
        view! {
            <ul class="files" role="list">
                <For each=move || files.rows.all() key=|row| row.key let:row>
                    <FileLine files row is_running />
                </For>
                <For each=move || uploads.all.get() key=|upload| upload.key let:upload>
                    <UploadLine uploads upload />
                </For>
            </ul>
        }
        .into_any()
    });
    view! {
        <p class="sending__room">{agents::compose(move |texts| texts.room_is(&name))}</p>
        <p>{say(FileTexts::what_files_do)}</p>
        {add}
        {rows}
        {back_home()}
    }
}
