//! Page with the delegates of a room.

use leptos::prelude::*;
use parvis_contract::delegate::DelegateList;
use parvis_contract::room::RoomId;
use parvis_ui::{dynamic, focus_on_heading_soon};

use super::add::AddForm;
use super::list::Delegates;
use super::row::DelegateLine;
use crate::address::use_room_of_page;
use crate::api::Api;
use crate::back_home::back_home;
use crate::home_ids::delegates_link_id;
use crate::i18n::agents;
use crate::i18n::delegates::{DelegateTexts, compose, say};
use crate::page_title::Title;
use crate::remote::Remote;
use crate::rooms::RoomList;

/// `/salles/{id}/delegues`
#[component]
pub fn DelegatesPage() -> impl IntoView {
    let room = use_room_of_page();
    dynamic(move || view! { <RoomDelegates room=room.get() /> }.into_any())
}

#[component]
fn RoomDelegates(room: RoomId) -> impl IntoView {
    RoomList::get().focus_next(Some(room), delegates_link_id(room));
    let api = Api::get();
    let remote = Remote {
        fetch: move || async move { api.delegates(room).await },
        show: move |list| view! { <List room list /> }.into_any(),
        what: say(DelegateTexts::not_shown),
        refocus: focus_on_heading_soon,
        footer: back_home,
    };
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(DelegateTexts::title) />
            {remote.view()}
        </div>
    }
}

#[component]
fn List(room: RoomId, list: DelegateList) -> impl IntoView {
    let name = list.room_name.clone();
    let delegates = Delegates::new(room, list);
    let is_full = Memo::new(move |_| delegates.count() as u64 >= delegates.max);
    follow(delegates);
    // Outlives the form, which is removed at the limit.
    let typed = RwSignal::new(String::new());
    let form = dynamic(move || {
        if is_full.get() {
            let limit = compose(move |texts| texts.limit(delegates.max));
            view! { <p>{limit}</p> }.into_any()
        } else {
            view! { <AddForm delegates typed /> }.into_any()
        }
    });
    let is_empty = delegates.rows.is_empty();
    let rows = dynamic(move || {
        if is_empty.get() {
            return view! { <p>{say(DelegateTexts::nobody_yet)}</p> }.into_any();
        }
        view! {
            <ul class="delegates" role="list">
                <For each=move || delegates.rows.all() key=|row| row.key let:row>
                    <DelegateLine delegates row />
                </For>
            </ul>
        }
        .into_any()
    });
    view! {
        <p class="sending__room">{agents::compose(move |texts| texts.room_is(&name))}</p>
        <p>{say(DelegateTexts::what_delegates_do)}</p>
        {form}
        {rows}
        {back_home()}
    }
}

/// Requests the delegates again when one has opened the portal, has left, or has answered an offer.
fn follow(delegates: Delegates) {
    let rooms = RoomList::get();
    rooms.subscribe_to_running_meetings(Api::get());
    let version = rooms.version();
    Effect::new(move |last: Option<String>| {
        let version = version.get();
        if last.is_some_and(|last| last != version) {
            delegates.refresh();
        }
        version
    });
}
