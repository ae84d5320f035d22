//! "Mes salles de réunion".

use leptos::prelude::*;

use super::empty::NoRoomYet;
use super::list::RoomList;
use super::row::RoomRow;
use crate::api::{Api, ApiError};
use crate::i18n::say;
use crate::route::Route;
use crate::ui::{ProblemAlert, Title, live, nothing, spawn};

/// All of a person's rooms.
#[component]
pub fn RoomsPage() -> impl IntoView {
    view! {
        <div class="fr-container page">
            <div class="rooms-head">
                <Title text=say(|texts| texts.rooms) />
                <a
                    class="fr-btn fr-btn--secondary fr-btn--icon-left fr-icon-add-line"
                    href=Route::NewRoom.path()
                >
                    {say(|texts| texts.create_permanent_room)}
                </a>
            </div>
            {RoomList::find().map(|list| view! { <Rooms list /> })}
        </div>
    }
}

#[component]
fn Rooms(list: RoomList) -> impl IntoView {
    let api = Api::get();
    let missing = RwSignal::new(None::<ApiError>);
    let asking = StoredValue::new(false);
    let complete = Callback::new(move |()| {
        if asking.get_value() {
            return;
        }
        asking.set_value(true);
        spawn(async move {
            let failure = list.complete(api).await.err();
            asking.try_set_value(false);
            missing.try_set(failure);
        });
    });
    // What the first page does not hold follows once it is painted.
    request_animation_frame(move || request_animation_frame(move || complete.run(())));
    let none_yet = live(move || {
        if list.rows().with(Vec::is_empty) {
            view! { <NoRoomYet /> }.into_any()
        } else {
            nothing()
        }
    });
    let some_missing = live(move || match missing.get() {
        Some(error) => {
            view! { <ProblemAlert what=|texts| texts.rooms_missing error retry=complete /> }
                .into_any()
        }
        None => nothing(),
    });
    view! {
        {none_yet}
        <ul class="rooms" role="list">
            <For each=move || list.rows().get() key=|row| row.room.id let:row>
                <RoomRow row list />
            </For>
        </ul>
        {some_missing}
    }
}
