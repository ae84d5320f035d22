//! Error pages.

use js_sys::Reflect;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::PossibleRouteMatch;
use leptos_router::hooks::use_location;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomId;
use parvis_ui::{Alert, AlertKind, Button, dynamic, listen_to_window};

use crate::address::{Address, Pattern};
use crate::api::ApiError;
use crate::i18n::{Text, Texts, compose, say};
use crate::last_visit::RoomsOfLastVisit;
use crate::page_load;
use crate::page_title::Title;
use crate::problem_alert::ProblemAlert;

/// The bootstrap request failed. The page is loaded again once the browser has a network.
#[component]
pub fn Unavailable(
    /// Why it failed.
    error: ApiError,
    /// Whether the page is for signed-in people.
    for_agents: bool,
) -> impl IntoView {
    let retry = Callback::new(|()| page_load::reload());
    // The backend answered nothing that it says of itself.
    let is_unreachable = error.kind().is_none();
    let rooms = if for_agents && is_unreachable {
        view! { <RoomsOfLastVisit /> }.into_any()
    } else {
        ().into_any()
    };
    listen_to_window(ev::online, |_| page_load::reload());
    view! {
        <div class="fr-container page">
            <Title text=say(Texts::service_unavailable) />
            <ProblemAlert what=say(Texts::page_not_shown) error retry />
            {rooms}
        </div>
    }
}

/// An address without a page.
#[component]
pub fn NotFound() -> impl IntoView {
    let path = use_location().pathname;
    let is_malformed_room = Memo::new(move |_| path.with(|path| is_of_malformed_room(path)));
    dynamic(move || {
        if is_malformed_room.get() {
            let error = ApiError::Problem(Box::new(ProblemKind::RoomIdMalformed.into()));
            let detail = compose(move |texts| error.message(texts));
            view! { <ErrorPage title=say(Texts::no_such_room) detail /> }.into_any()
        } else {
            let detail = say(Texts::page_not_found_detail);
            view! { <ErrorPage title=say(Texts::page_not_found) detail /> }.into_any()
        }
    })
}

/// Whether `path` is the address of a room's page with an invalid room identifier.
fn is_of_malformed_room(path: &str) -> bool {
    let found = Pattern(&["/salles/:id/:page"]).test(path);
    let id = found.and_then(|found| found.params().into_iter().next());
    id.is_some_and(|(_, id)| RoomId::parse_str(&id).is_err())
}

/// What is wrong with the address, and a link to the home page.
#[component]
fn ErrorPage(title: Text, detail: Text) -> impl IntoView {
    view! {
        <div class="fr-container page">
            <Title text=title />
            <p class="fr-text--lead">{detail}</p>
            <a class="fr-btn" href=Address::Home.path()>
                {say(Texts::back_home)}
            </a>
        </div>
    }
}

/// The chunk of a page could not be loaded.
#[component]
pub fn ChunkMissing(
    /// Loads it again.
    retry: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="fr-container page">
            <Title text=say(Texts::page_not_arrived) />
            <ChunkAlert what=say(Texts::page_not_shown) retry />
        </div>
    }
}

/// Why a chunk could not be loaded, and what to do: retry after a network error, or reload the document after
/// a deployment.
#[component]
pub fn ChunkAlert(
    /// What is not shown for want of it.
    what: Text,
    /// Loads it again.
    retry: Callback<()>,
) -> impl IntoView {
    let reload = Callback::new(|()| page_load::reload());
    let detail: fn(Texts) -> &'static str = if is_outdated() {
        Texts::new_version
    } else {
        Texts::page_not_arrived_detail
    };
    view! {
        <Alert kind=AlertKind::Error title=what>
            <p>{say(detail)}</p>
            <div class="alert-actions">
                <Button class="fr-btn fr-btn--sm" text=say(Texts::retry) on_press=retry />
                <Button
                    class="fr-btn fr-btn--secondary fr-btn--sm"
                    text=say(Texts::reload)
                    on_press=reload
                />
            </div>
        </Alert>
    }
}

/// Whether the server no longer has a file of the app, as `chunks.js` and `boot.js` have noted.
fn is_outdated() -> bool {
    Reflect::get(&window(), &"parvisGone".into())
        .and_then(|gone| Reflect::get(&gone, &"size".into()))
        .is_ok_and(|size| size.is_truthy())
}
