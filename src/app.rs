//! The app: what it needs before it can show anything, its contexts, and which page stands at
//! which address.

use leptos::ev;
use leptos::mount::mount_to;
use leptos::prelude::*;
use parvis_contract::bootstrap::Bootstrap;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::api::{Api, ApiError};
use crate::home::Home;
use crate::i18n::{I18n, say};
use crate::join::JoinPage;
use crate::navigation::Navigation;
use crate::portal::Portal;
use crate::rooms::{NewRoomPage, RoomList};
use crate::route::Route;
use crate::shell::Shell;
use crate::ui::{Announcer, ProblemAlert, Title, follow_page, live, spawn};

/// Asks for what the app needs, then takes the place of the shell that the page shows meanwhile.
pub fn start() {
    let api = Api::of_the_page();
    spawn(async move {
        let answer = api.bootstrap().await;
        let root = document().get_element_by_id("app");
        if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
            root.set_inner_html("");
            mount_to(root, move || view! { <App api answer /> }).forget();
        }
    });
}

#[component]
fn App(api: Api, answer: Result<Bootstrap, ApiError>) -> impl IntoView {
    let navigation = Navigation::start();
    provide_context(api);
    provide_context(navigation);
    provide_context(I18n::start());
    provide_context(Announcer::new());

    let failure = match answer {
        Ok(Bootstrap {
            instance,
            account,
            rooms,
        }) => {
            if account.is_some() {
                never_shown_from_memory();
            }
            provide_context(Portal::new(instance, account));
            if let Some(rooms) = rooms {
                provide_context(RoomList::new(rooms));
            }
            None
        }
        Err(error) => {
            provide_context(Portal::of_the_page());
            Some(error)
        }
    };

    let page = Memo::new(move |_| navigation.route().get().page());
    follow_page(page);
    let content = live(move || match (&failure, page.get()) {
        (Some(error), _) => view! { <Unavailable error=error.clone() /> }.into_any(),
        (None, Route::NewRoom) if Portal::get().account_name().is_some() => {
            view! { <NewRoomPage /> }.into_any()
        }
        // A visitor who opens the address of the form reads on the home page what it takes.
        (None, Route::Home | Route::Invite(_) | Route::NewRoom) => view! { <Home /> }.into_any(),
        (None, Route::Join(kind)) => view! { <JoinPage kind /> }.into_any(),
        (None, Route::NotFound) => view! { <NotFound /> }.into_any(),
    });
    view! { <Shell>{content}</Shell> }
}

/// A browser may keep a whole page to show it again on "back", rooms and all, after its person has
/// signed out: such a page is loaded anew.
fn never_shown_from_memory() {
    window_event_listener(ev::pageshow, |event| {
        if event.persisted() {
            // A browser that cannot load its own page anew leaves it as it is.
            let _ = window().location().reload();
        }
    });
}

/// The service could not even say who is there.
#[component]
fn Unavailable(error: ApiError) -> impl IntoView {
    let retry = Callback::new(|()| {
        // A browser that cannot load its own page anew leaves this one as it is.
        let _ = window().location().reload();
    });
    view! {
        <div class="fr-container page">
            <Title text=say(|texts| texts.service_unavailable) />
            <ProblemAlert what=|texts| texts.page_not_shown error retry />
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
