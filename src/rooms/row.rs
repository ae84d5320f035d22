//! A room in the list.

use leptos::prelude::*;
use parvis_contract::room::RoomId;

use super::favourite_button::FavouriteButton;
use super::launch::{Launched, MeetingWindow};
use super::list::{RoomList, Row};
use crate::api::{Api, ApiError};
use crate::i18n::{I18n, compose, say};
use crate::route::Route;
use crate::ui::{Alert, AlertKind, Button, ProblemAlert, focus_on, live, nothing, spawn};

/// What a row has to tell after a press on one of its buttons.
#[derive(Clone)]
enum Notice {
    FavouriteRefused(ApiError),
    LaunchFailed(ApiError),
    WindowBlocked(String),
}

/// The identifier of the link that opens a room's invitation.
pub fn invite_link_id(room: RoomId) -> String {
    format!("invite-{room}")
}

/// A room: its name, its star, and what can be done with it.
#[component]
pub fn RoomRow(
    /// The room.
    row: Row,
    /// The list it stands in.
    list: RoomList,
) -> impl IntoView {
    let notice = RwSignal::new(None::<Notice>);
    let room = row.room.clone();
    let id = room.id;
    // Inviting is what comes after creating.
    if list.shows_newcomer(id) {
        request_animation_frame(move || {
            focus_on(&invite_link_id(id));
        });
    }
    let answered = Callback::new(move |answer: Result<(), ApiError>| match answer {
        Ok(()) => notice.update(|notice| {
            notice.take_if(|notice| matches!(notice, Notice::FavouriteRefused(_)));
        }),
        Err(error) => notice.set(Some(Notice::FavouriteRefused(error))),
    });
    let name = room.name.clone();
    let invite_detail = compose(move |texts| (texts.invite_detail)(&name));
    let told = live(move || match notice.get() {
        Some(notice) => view! { <RowNotice notice /> }.into_any(),
        None => nothing(),
    });
    view! {
        <li class="room">
            <div class="room__line">
                <FavouriteButton row on_answer=answered />
                <h2 class="room__name">{room.name.clone()}</h2>
                <div class="room__actions">
                    <LaunchButton room=id name=room.name.clone() notice />
                    <a
                        id=invite_link_id(id)
                        class="fr-btn fr-btn--secondary"
                        href=Route::Invite(id).path()
                    >
                        {say(|texts| texts.invite)}
                        <span class="fr-sr-only">" "{invite_detail}</span>
                    </a>
                </div>
            </div>
            {told}
        </li>
    }
}

#[component]
fn LaunchButton(room: RoomId, name: String, notice: RwSignal<Option<Notice>>) -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let busy = RwSignal::new(false);
    let launch = Callback::new(move |()| {
        busy.set(true);
        notice.set(None);
        let window = MeetingWindow::open(i18n.texts_now().launching);
        spawn(async move {
            let outcome = window.launch(api, room).await;
            busy.try_set(false);
            notice.try_set(match outcome {
                Ok(Launched::Open) => None,
                Ok(Launched::Blocked(address)) => Some(Notice::WindowBlocked(address)),
                Err(error) => Some(Notice::LaunchFailed(error)),
            });
        });
    });
    let detail = compose(move |texts| (texts.launch_detail)(&name));
    view! { <Button class="fr-btn" text=say(|texts| texts.launch) detail busy on_press=launch /> }
}

#[component]
fn RowNotice(notice: Notice) -> impl IntoView {
    match notice {
        Notice::FavouriteRefused(error) => {
            view! { <ProblemAlert what=|texts| texts.favourite_refused error /> }.into_any()
        }
        Notice::LaunchFailed(error) => {
            view! { <ProblemAlert what=|texts| texts.launch_failed error /> }.into_any()
        }
        Notice::WindowBlocked(address) => view! {
            <Alert kind=AlertKind::Info title=say(|texts| texts.window_blocked)>
                <a class="fr-link" href=address target="_blank" rel="noopener">
                    {say(|texts| texts.open_meeting)}
                </a>
            </Alert>
        }
        .into_any(),
    }
}
