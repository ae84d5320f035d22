//! "Créer une salle permanente".

use leptos::prelude::*;
use parvis_contract::room::{Room, RoomName};

use super::form::{RoomForm, Sent};
use super::limit::{CREATE_LINK_ID, LimitReached};
use super::list::RoomList;
use super::state::invite_link_id;
use crate::api::Api;
use crate::i18n::I18n;
use crate::i18n::agents::{compose, say, texts_now};
use crate::navigation::Navigation;
use crate::route::Route;
use crate::ui::{Announcer, Title, live, spawn};

/// `/salles/nouvelle`
#[component]
pub fn NewRoomPage() -> impl IntoView {
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(|texts| texts.create_permanent_room) />
            {RoomList::find().map(|list| view! { <NewRoom list /> })}
        </div>
    }
}

/// The form; or, at the limit, that there is no place left, said before anything is typed.
#[component]
fn NewRoom(list: RoomList) -> impl IntoView {
    list.focus_next(None, CREATE_LINK_ID.to_owned());
    // Asked once: a limit that is reached meanwhile takes no form away.
    let is_full = untrack(|| list.places_left() == 0);
    live(move || {
        if is_full {
            view! {
                <p class="fr-text--lead"><LimitReached /></p>
                <a class="fr-btn" href=Route::Home.path()>{say(|texts| texts.shared.back_home)}</a>
            }
            .into_any()
        } else {
            view! { <NewRoomForm list /> }.into_any()
        }
    })
}

/// A request that may have to be sent again: the key stays the same for as long as the name does,
/// so that a room whose answer was lost on the way is not created twice.
struct Attempt {
    name: String,
    key: String,
}

#[component]
fn NewRoomForm(list: RoomList) -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let navigation = Navigation::get();
    let announcer = Announcer::get();
    let sent = Sent::new(say(|texts| texts.room_not_created));
    let attempt = StoredValue::new(Attempt {
        name: String::new(),
        key: String::new(),
    });
    let created = move |room: Room| {
        announcer.announce((texts_now(i18n).room_created)(&room.name));
        let id = room.id;
        list.insert(room);
        // Someone who has gone elsewhere meanwhile stays there.
        if navigation.route().get_untracked() == Route::NewRoom {
            // Inviting is what comes after creating.
            list.query.set(String::new());
            list.focus_next(Some(id), invite_link_id(id));
            navigation.replace(Route::Home);
        }
    };
    let create = Callback::new(move |name: RoomName| {
        let name = String::from(name);
        attempt.update_value(|attempt| {
            if attempt.name != name {
                *attempt = Attempt {
                    name: name.clone(),
                    key: Api::new_idempotency_key(),
                };
            }
        });
        let key = attempt.with_value(|attempt| attempt.key.clone());
        sent.busy.set(true);
        spawn(async move {
            match api.create_room(name, &key).await {
                Ok(room) => created(room),
                Err(error) => {
                    sent.problem.try_set(Some(error));
                }
            }
            sent.busy.try_set(false);
        });
    });
    let submit_text = compose(move |texts| {
        if sent.busy.get() {
            texts.creating_room
        } else {
            texts.create_room
        }
        .to_owned()
    });
    view! {
        <RoomForm
            route=Route::NewRoom
            initial=String::new()
            submit_text
            sent
            on_submit=create
        />
    }
}
