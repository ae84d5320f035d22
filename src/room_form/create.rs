//! Page that creates a room ("Créer une salle permanente").

use crate::i18n::forms::FormTexts;
use leptos::prelude::*;
use parvis_contract::options::{OptionChanges, RoomOptions};
use parvis_contract::room::{CreateRoom, RoomName};
use parvis_ui::{Toasts, spawn};

use super::fields::FormValues;
use super::form::{RoomForm, Submission};
use super::return_focus;
use crate::address::{Address, Navigator};
use crate::api::Api;
use crate::draft;
use crate::home_ids::invite_link_id;
use crate::i18n::forms::{compose, say, texts_untracked};
use crate::i18n::{I18n, language_untracked};
use crate::limit_reached::LimitReached;
use crate::page_title::Title;
use crate::rooms::RoomList;

/// `/salles/nouvelle`: the form; or, before anything is typed, the message that the limit is reached.
#[component]
pub fn NewRoomPage() -> impl IntoView {
    let list = RoomList::get();
    return_focus(list, Address::NewRoom);
    let content = if list.remaining_rooms() == 0 {
        view! {
            <p class="fr-text--lead">
                <LimitReached />
            </p>
            <a class="fr-btn" href=list.path()>
                {say(|texts| texts.shared().back_home())}
            </a>
        }
        .into_any()
    } else {
        view! { <NewRoomForm /> }.into_any()
    };
    view! {
        <div class="fr-container page page--form">
            <Title text=say(FormTexts::create_permanent_room) />
            {content}
        </div>
    }
}

/// A request that may be repeated. The key stays the same as long as the request does, so that a room whose
/// response was lost is not created twice.
struct IdempotentRequest {
    room: CreateRoom,
    key: String,
}

#[component]
fn NewRoomForm() -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let list = RoomList::get();
    let navigator = Navigator::get();
    let toasts = Toasts::get();
    let submission = Submission::new(say(FormTexts::room_not_created));
    let last_request = StoredValue::new(None::<IdempotentRequest>);
    let create = Callback::new(move |(name, options): (RoomName, RoomOptions)| {
        let room = CreateRoom {
            name: name.into(),
            options: OptionChanges::between(&RoomOptions::default(), &options),
            language: Some(language_untracked(i18n)),
        };
        last_request.update_value(|last| {
            if last.as_ref().is_none_or(|last| last.room != room) {
                *last = Some(IdempotentRequest {
                    room: room.clone(),
                    key: Api::new_idempotency_key(),
                });
            }
        });
        let key = last_request.with_value(|last| last.as_ref().map(|last| last.key.clone()));
        submission.busy.set(true);
        spawn(async move {
            match api.create_room(&room, &key.unwrap_or_default()).await {
                Ok(room) => {
                    draft::mark_saved(Address::NewRoom);
                    toasts.show(texts_untracked(i18n).room_created(&room.name), None);
                    let id = room.id;
                    list.insert(room);
                    // The page may have been left.
                    if submission.done.try_set(true).is_none() {
                        // The likely next step is to invite people.
                        list.focus_next(Some(id), invite_link_id(id));
                        navigator.replace(&list.path());
                    }
                }
                Err(error) => {
                    submission.problem.try_set(Some(error));
                    submission.busy.try_set(false);
                }
            }
        });
    });
    let submit_text = compose(move |texts| {
        if submission.busy.get() {
            texts.creating_room()
        } else {
            texts.create_room()
        }
        .to_owned()
    });
    view! {
        <RoomForm
            address=Address::NewRoom
            initial=FormValues::default()
            submit_text
            submission
            on_submit=create
        />
    }
}
