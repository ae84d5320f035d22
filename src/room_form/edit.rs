//! A room's own page.

use leptos::prelude::*;
use parvis_contract::options::RoomOptions;
use parvis_contract::room::{RoomDetails, RoomId, RoomName, UpdateRoom};

use super::arrival_from;
use super::form::{RoomForm, Sent};
use super::renewal::Renewals;
use super::running::MeetingKeepsOptions;
use super::typed::Typed;
use crate::api::Api;
use crate::draft;
use crate::i18n::I18n;
use crate::i18n::forms::{say, texts_now};
use crate::navigation::Navigation;
use crate::remote::Asking;
use crate::route::Route;
use crate::tabs::{self, News};
use crate::ui::{Title, back_home, focus_on_heading_soon, live, spawn};

/// `/salles/{id}/modifier`
#[component]
pub fn EditRoomPage(
    /// The room.
    room: RoomId,
) -> impl IntoView {
    arrival_from(Route::Edit(room)).leave();
    let api = Api::get();
    let asking = Asking {
        ask: move || async move { api.room(room).await },
        show: |details| view! { <EditForm details /> }.into_any(),
        what: say(|texts| texts.room_not_shown),
        refocus: focus_on_heading_soon,
        way_out: back_home,
    };
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(|texts| texts.edit_room_title) />
            {asking.view()}
        </div>
    }
}

#[component]
fn EditForm(details: RoomDetails) -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let navigation = Navigation::get();
    let room = details.room.id;
    let sent = Sent::new(say(|texts| texts.room_not_saved));
    let running = RwSignal::new(false);
    let known = StoredValue::new((details.room.name.clone(), details.options.clone()));
    let done = Callback::new(move |()| {
        let told = texts_now(i18n).room_saved.to_owned();
        arrival_from(Route::Edit(room)).telling(told).leave();
        draft::leave_nothing();
        navigation.replace(&Route::Home.path());
    });
    let save = Callback::new(move |(name, options): (RoomName, RoomOptions)| {
        let name = String::from(name);
        // What is as it was has nothing to ask of the backend.
        if known.with_value(|known| known.0 == name && known.1 == options) {
            return done.run(());
        }
        let change = UpdateRoom {
            name: Some(name),
            options: Some(options),
        };
        sent.busy.set(true);
        spawn(async move {
            match api.update_room(room, &change).await {
                Ok(told) => {
                    tabs::tell(News::Rooms);
                    if told.meeting_running {
                        draft::leave_nothing();
                        running.set(true);
                        focus_on_heading_soon();
                    } else {
                        done.run(());
                    }
                }
                Err(error) => {
                    sent.problem.try_set(Some(error));
                }
            }
            sent.busy.try_set(false);
        });
    });
    let initial = Typed::from(&details);
    live(move || {
        if running.get() {
            return view! { <MeetingKeepsOptions room done /> }.into_any();
        }
        let advanced = move || view! { <Renewals room /> };
        view! {
            <RoomForm
                route=Route::Edit(room)
                initial=initial.clone()
                submit_text=say(|texts| texts.save)
                sent
                advanced
                on_submit=save
            />
        }
        .into_any()
    })
}
