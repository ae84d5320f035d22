//! The app: what it needs before it can show anything, its contexts, and which page stands at
//! which address.

use leptos::ev;
use leptos::mount::mount_to;
use leptos::prelude::*;
use parvis_contract::bootstrap::Visit;
use parvis_contract::problem::ProblemKind;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::api::{Api, ApiError};
use crate::draft;
use crate::i18n::{I18n, compose, say};
use crate::navigation::{self, Navigation, came_from_another_part};
use crate::parts::{Part, PartName, start_another};
use crate::portal::Portal;
use crate::route::Route;
use crate::shell::Shell;
use crate::tabs::{self, News};
use crate::ui::{Announcer, ProblemAlert, Title, Toasts, follow_page, live, spawn};

/// Asks for what the app needs, then takes the place of the shell that the page shows meanwhile; or
/// leaves that to another part, where the person is for that.
pub fn start(part: Part) {
    let api = Api::of_the_page();
    spawn(async move {
        let answer = api.bootstrap().await;
        if let Ok((visit, _)) = &answer {
            let right = PartName::of(Route::current(), visit.account.is_some());
            if right != part.name {
                start_another(right);
                return;
            }
        }
        let root = document().get_element_by_id("app");
        if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
            root.set_inner_html("");
            mount_to(root, move || view! { <App part api answer /> }).forget();
        }
    });
}

#[component]
fn App(part: Part, api: Api, answer: Result<(Visit, String), ApiError>) -> impl IntoView {
    let signed_in = answer
        .as_ref()
        .is_ok_and(|(visit, _)| visit.account.is_some());
    let navigation = Navigation::start(move |route| PartName::of(route, signed_in) == part.name);
    provide_context(api);
    provide_context(navigation);
    provide_context(I18n::start());
    provide_context(Announcer::new());
    provide_context(Toasts::new());

    let failure = match answer {
        Ok((visit, answer)) => {
            if let Some(account) = &visit.account {
                never_shown_from_memory();
                draft::belong_to(account.id.clone());
                tabs::listen(News::SignedOut, tabs::leave);
            }
            provide_context(Portal::new(visit));
            (part.prepare)(api, &answer).err()
        }
        Err(error) => {
            provide_context(Portal::of_the_page());
            Some(error)
        }
    };

    let page = Memo::new(move |_| navigation.route().get().page());
    follow_page(page, came_from_another_part());
    let content = live(move || match &failure {
        Some(error) => view! { <Unavailable error=error.clone() /> }.into_any(),
        None => (part.page)(page.get()),
    });
    view! { <Shell>{content}</Shell> }
}

/// What stands at an address that is no page's.
pub fn not_a_page(route: Route) -> AnyView {
    match route {
        Route::NoSuchRoom => view! { <NoSuchRoom /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}

/// A browser may keep a whole page to show it again on "back", rooms and all, after its person has
/// signed out: such a page is loaded anew.
fn never_shown_from_memory() {
    window_event_listener(ev::pageshow, |event| {
        if event.persisted() {
            navigation::reload();
        }
    });
}

/// The service could not even say who is there.
#[component]
fn Unavailable(error: ApiError) -> impl IntoView {
    let retry = Callback::new(|()| navigation::reload());
    view! {
        <div class="fr-container page">
            <Title text=say(|texts| texts.service_unavailable) />
            <ProblemAlert what=say(|texts| texts.page_not_shown) error retry />
        </div>
    }
}

/// What stands in a room's place in the address is none.
#[component]
fn NoSuchRoom() -> impl IntoView {
    let error = ApiError::Problem(Box::new(ProblemKind::RoomIdMalformed.into()));
    view! {
        <div class="fr-container page">
            <Title text=say(|texts| texts.no_such_room) />
            <p class="fr-text--lead">{compose(move |texts| error.sentence(texts))}</p>
            <a class="fr-btn" href=Route::Home.path()>
                {say(|texts| texts.back_home)}
            </a>
        </div>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    view! {
        <div class="fr-container page">
            <Title text=say(|texts| texts.page_not_found) />
            <p class="fr-text--lead">{say(|texts| texts.page_not_found_detail)}</p>
            <a class="fr-btn" href=Route::Home.path()>
                {say(|texts| texts.back_home)}
            </a>
        </div>
    }
}
