//! A room's own page: its name, for now.

use leptos::prelude::*;
use parvis_contract::room::{RoomId, RoomName};

use super::form::RoomForm;
use super::list::RoomList;
use super::state::{Entry, edit_link_id};
use crate::api::{Api, ApiError};
use crate::i18n::agents::say;
use crate::navigation::Navigation;
use crate::remote::{Remote, load};
use crate::route::Route;
use crate::ui::{ProblemAlert, Skeleton, Title, focus_on_heading_soon, live};

/// `/salles/{id}/modifier`
#[component]
pub fn EditRoomPage(
    /// The room.
    room: RoomId,
) -> impl IntoView {
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(|texts| texts.edit_room_title) />
            {RoomList::find().map(|list| view! { <EditRoom list room /> })}
        </div>
    }
}

/// The form, once the room is known: it need not be among the first hundred.
#[component]
fn EditRoom(list: RoomList, room: RoomId) -> impl IntoView {
    let api = Api::get();
    list.focus_next(Some(room), edit_link_id(room));
    let attempt = RwSignal::new(());
    let retry = Callback::new(move |()| {
        attempt.notify();
        // The button that was pressed is gone.
        focus_on_heading_soon();
    });
    live(move || {
        attempt.track();
        if let Some(entry) = list
            .entry(room)
            .filter(|entry| untrack(|| entry.is_there()))
        {
            return view! { <EditForm list entry /> }.into_any();
        }
        let found = load(async move { find(list, api, room).await });
        live(move || match found.get() {
            Remote::Pending => view! { <Skeleton lines=2 /> }.into_any(),
            Remote::Ready(entry) => view! { <EditForm list entry /> }.into_any(),
            Remote::Failed(error) => view! { <NotThere error retry /> }.into_any(),
        })
        .into_any()
    })
}

async fn find(list: RoomList, api: Api, id: RoomId) -> Result<Entry, ApiError> {
    let room = api.room(id).await?;
    list.merge(vec![room], &[], false);
    list.entry(id).ok_or(ApiError::Unexpected)
}

#[component]
fn EditForm(list: RoomList, entry: Entry) -> impl IntoView {
    let api = Api::get();
    let navigation = Navigation::get();
    let save = Callback::new(move |name: RoomName| {
        let name = String::from(name);
        // An unchanged name has nothing to ask of the backend.
        if name != entry.name_now() {
            list.rename(api, entry, name);
        }
        navigation.leave(Route::Home);
    });
    view! {
        <RoomForm
            route=Route::Edit(entry.id)
            initial=entry.name_now()
            submit_text=say(|texts| texts.save)
            on_submit=save
        />
    }
}

#[component]
fn NotThere(error: ApiError, retry: Callback<()>) -> impl IntoView {
    let what = say(|texts| texts.room_not_shown);
    // Asking again brings a room back from nowhere.
    let alert = if error.is_about_the_room() {
        view! { <ProblemAlert what error /> }.into_any()
    } else {
        view! { <ProblemAlert what error retry /> }.into_any()
    };
    view! {
        {alert}
        <p>
            <a class="fr-btn fr-btn--secondary" href=Route::Home.path()>
                {say(|texts| texts.shared.back_home)}
            </a>
        </p>
    }
}
