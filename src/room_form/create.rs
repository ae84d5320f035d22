//! "Créer une salle permanente".

use leptos::prelude::*;
use parvis_contract::options::RoomOptions;
use parvis_contract::room::{CreateRoom, RoomName};

use super::arrival_from;
use super::form::{RoomForm, Sent};
use super::typed::Typed;
use crate::api::Api;
use crate::arrival::Arrival;
use crate::draft;
use crate::home_ids::invite_link_id;
use crate::i18n::I18n;
use crate::i18n::forms::{compose, say, texts_now};
use crate::navigation::Navigation;
use crate::portal::Portal;
use crate::route::Route;
use crate::tabs::{self, News};
use crate::ui::{LimitReached, Title, spawn};

/// How many more rooms the person may have. A context of this part of the app.
#[derive(Clone, Copy)]
pub struct PlacesLeft(u64);

impl PlacesLeft {
    /// Of a person who has `rooms` rooms.
    pub fn after(rooms: u64) -> Self {
        let limit = Portal::get().instance(|instance| instance.max_rooms);
        Self(limit.saturating_sub(rooms))
    }
}

/// `/salles/nouvelle`: the form; or, at the limit, that there is no place left, said before anything
/// is typed.
#[component]
pub fn NewRoomPage() -> impl IntoView {
    arrival_from(Route::NewRoom).leave();
    let is_full = use_context::<PlacesLeft>().is_some_and(|places| places.0 == 0);
    let content = if is_full {
        view! {
            <p class="fr-text--lead"><LimitReached /></p>
            <a class="fr-btn" href=Route::Home.path()>
                {say(|texts| texts.shared.back_home)}
            </a>
        }
        .into_any()
    } else {
        view! { <NewRoomForm /> }.into_any()
    };
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(|texts| texts.create_permanent_room) />
            {content}
        </div>
    }
}

/// A request that may have to be sent again: the key stays the same for as long as the wish does,
/// so that a room whose answer was lost on the way is not created twice.
struct Attempt {
    wish: CreateRoom,
    key: String,
}

#[component]
fn NewRoomForm() -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let navigation = Navigation::get();
    let sent = Sent::new(say(|texts| texts.room_not_created));
    let attempt = StoredValue::new(None::<Attempt>);
    let create = Callback::new(move |(name, options): (RoomName, RoomOptions)| {
        let wish = CreateRoom {
            name: name.into(),
            options: Some(options),
        };
        attempt.update_value(|attempt| {
            if attempt.as_ref().is_none_or(|attempt| attempt.wish != wish) {
                *attempt = Some(Attempt {
                    wish: wish.clone(),
                    key: Api::new_idempotency_key(),
                });
            }
        });
        let key = attempt.with_value(|attempt| attempt.as_ref().map(|attempt| attempt.key.clone()));
        sent.busy.set(true);
        spawn(async move {
            match api.create_room(&wish, &key.unwrap_or_default()).await {
                Ok(room) => {
                    tabs::tell(News::Rooms);
                    // Inviting is what comes after creating.
                    Arrival::at(invite_link_id(room.id), Some(room.id))
                        .telling((texts_now(i18n).room_created)(&room.name))
                        .leave();
                    draft::leave_nothing();
                    navigation.replace(&Route::Home.path());
                }
                Err(error) => {
                    sent.problem.try_set(Some(error));
                    sent.busy.try_set(false);
                }
            }
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
            initial=Typed::default()
            submit_text
            sent
            on_submit=create
        />
    }
}
