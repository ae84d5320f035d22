//! "Créer une salle permanente".

use leptos::prelude::*;
use parvis_contract::problem::Problem;
use parvis_contract::room::RoomName;
use parvis_contract::text::TextError;

use super::list::RoomList;
use crate::api::{Api, ApiError};
use crate::i18n::{I18n, compose, say};
use crate::navigation::Navigation;
use crate::route::Route;
use crate::ui::{
    Announcer, ProblemAlert, SubmitButton, TextField, Title, focus_on, live, nothing, spawn,
};

const NAME_ID: &str = "room-name";

/// `/salles/nouvelle`
#[component]
pub fn NewRoomPage() -> impl IntoView {
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(|texts| texts.create_permanent_room) />
            {RoomList::find().map(|list| view! { <RoomForm list /> })}
        </div>
    }
}

/// A request that may have to be sent again: the key stays the same for as long as the name does,
/// so that a room whose answer was lost on the way is not created twice.
struct Attempt {
    name: String,
    key: String,
}

#[component]
fn RoomForm(list: RoomList) -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let navigation = Navigation::get();
    let announcer = Announcer::get();

    let name = RwSignal::new(String::new());
    let name_error = RwSignal::new(None::<TextError>);
    let problem = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let attempt = StoredValue::new(Attempt {
        name: String::new(),
        key: String::new(),
    });

    let refuse_name = move |error| {
        name_error.set(Some(error));
        focus_on(NAME_ID);
    };
    let create = move |name: String| {
        attempt.update_value(|attempt| {
            if attempt.name != name {
                *attempt = Attempt {
                    name: name.clone(),
                    key: Api::new_idempotency_key(),
                };
            }
        });
        let key = attempt.with_value(|attempt| attempt.key.clone());
        busy.set(true);
        spawn(async move {
            match api.create_room(name, &key).await {
                Ok(room) => {
                    announcer.announce((i18n.texts_now().room_created)(&room.name));
                    // Someone who has gone elsewhere meanwhile stays there.
                    if navigation.route().get_untracked() == Route::NewRoom {
                        list.welcome(room);
                        navigation.replace(Route::Home);
                    } else {
                        list.insert(room);
                    }
                }
                Err(error) => match refusal_of_name(&error) {
                    Some(reason) => refuse_name(reason),
                    None => {
                        problem.try_set(Some(error));
                    }
                },
            }
            busy.try_set(false);
        });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        problem.set(None);
        name_error.set(None);
        match name.with_untracked(|name| RoomName::parse(name)) {
            Ok(name) => create(name.into()),
            Err(error) => refuse_name(error),
        }
    };

    let text = compose(move |texts| {
        if busy.get() {
            texts.creating_room
        } else {
            texts.create_room
        }
        .to_owned()
    });
    let hint = compose(|texts| (texts.at_most)(RoomName::MAX));
    let error = compose(move |texts| {
        let error = name_error.get();
        error
            .map(|error| (texts.room_name_error)(error, RoomName::MAX))
            .unwrap_or_default()
    });
    let not_created = live(move || match problem.get() {
        Some(error) => {
            view! { <ProblemAlert what=|texts| texts.room_not_created error /> }.into_any()
        }
        None => nothing(),
    });
    view! {
        <form novalidate on:submit=submit>
            {not_created}
            <TextField
                id=NAME_ID
                label=|texts| texts.room_name
                hint
                value=name
                error
                autocomplete="off"
            />
            <div class="form-actions">
                <SubmitButton busy text />
                <a class="fr-btn fr-btn--secondary" href=Route::Home.path()>
                    {say(|texts| texts.cancel)}
                </a>
            </div>
        </form>
    }
}

/// Why the backend refuses the name, if that is what it refuses.
fn refusal_of_name(error: &ApiError) -> Option<TextError> {
    let ApiError::Problem(problem) = error else {
        return None;
    };
    let Problem { errors, .. } = problem.as_ref();
    errors
        .iter()
        .find(|error| error.field == "name")
        .map(|error| error.reason)
}
