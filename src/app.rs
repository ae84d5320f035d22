//! The app: what it needs before it can show anything, its contexts, and which page stands at which
//! address.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use parvis_contract::bootstrap::Bootstrap;
use parvis_contract::role::LinkKind;
use parvis_ui::{Announcer, Toasts, close_tips_by_escape, spawn};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::address::Pattern;
use crate::api::{Api, ApiError};
use crate::draft;
use crate::error_pages::{NoSuchRoomPage, NotFound, Unavailable};
use crate::help::{AccessibilityPage, RightsPage, ShortcutsPage};
use crate::home::{Home, invitation};
use crate::i18n::I18n;
use crate::join::JoinPage;
use crate::lazy::{self, Lazy, LazyView, Likely, lazy_views};
use crate::page_load;
use crate::portal::{Portal, remember_signed_in};
use crate::room_form::{EditRoomPage, NewRoomPage};
use crate::rooms::{KeptRooms, show_exact_dates};
use crate::sending::SendPage;
use crate::shell::Shell;
use crate::shortcuts;
use crate::tabs::{self, News};
use crate::visitor_home::VisitorHome;
use crate::waiting::WaitingPage;

lazy_views! {
    /// The rooms of a person who is signed in.
    home, load_home = rooms => view! { <Home /> };
    /// The form of a new room.
    new_room, load_new_room = form => view! { <NewRoomPage /> };
    /// The form of a room.
    edit_room, load_edit_room = form => view! { <EditRoomPage /> };
    /// Sending an invitation.
    send, load_send = sending => view! { <SendPage /> };
    /// The home page of visitors.
    visitor_home, load_visitor_home = guests => view! { <VisitorHome /> };
    /// Entering by a moderator link.
    join_as_moderator, load_join_as_moderator = guests => view! { <JoinPage kind=LinkKind::Moderator /> };
    /// Entering by a participant link.
    join_as_attendee, load_join_as_attendee = guests => view! { <JoinPage kind=LinkKind::Attendee /> };
    /// Entering by an authenticated link.
    join_authenticated, load_join_authenticated = guests => view! { <JoinPage kind=LinkKind::Authenticated /> };
    /// Waiting for a meeting to start.
    wait, load_wait = guests => view! { <WaitingPage /> };
    /// What moderators and participants may do.
    rights, load_rights = help => view! { <RightsPage /> };
    /// The statement on accessibility.
    accessibility, load_accessibility = help => view! { <AccessibilityPage /> };
    /// What keys do.
    keys, load_keys = help => view! { <ShortcutsPage /> };
}

/// Those that links lead to.
const LINKED: &[LazyView] = &[
    home,
    invitation,
    new_room,
    edit_room,
    send,
    rights,
    accessibility,
    keys,
];
/// Those that somebody who looks at their rooms is likely to open.
const LIKELY: &[LazyView] = &[invitation, new_room, send];

/// Asks for what the app needs, then takes the place of the shell that the document shows meanwhile.
pub fn start() {
    page_load::repair_link();
    page_load::remove_state_parameter();
    page_load::give_fragment_back();
    let api = Api::of_the_page();
    // Leptos's own executor is there once something is mounted.
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
    provide_context(api);
    provide_context(I18n::start());
    provide_context(Announcer::new());
    provide_context(Toasts::new());
    page_load::keep_fragment_through_sign_in();
    let bootstrap = match answer {
        Ok(bootstrap) => {
            provide_context(Portal::new(&bootstrap));
            Some(bootstrap)
        }
        Err(error) => {
            provide_context(Portal::of_the_page());
            provide_context(Failed(error));
            None
        }
    };
    view! {
        <Router>
            <Pages bootstrap />
        </Router>
    }
}

/// Why the backend did not say who is there, where it did not: a context of the app. Pages that need nothing of
/// it are there all the same.
#[derive(Clone)]
struct Failed(ApiError);

/// Every page, at its address.
#[component]
fn Pages(bootstrap: Option<Bootstrap>) -> impl IntoView {
    let is_known = bootstrap.is_some();
    let (account, rooms) = bootstrap
        .map(|bootstrap| (bootstrap.account, bootstrap.rooms))
        .unwrap_or_default();
    let signed_in = account.is_some();
    if let Some(account) = account {
        page_load::never_shown_from_memory();
        draft::belong_to(account.id);
        tabs::listen(News::SignedOut, tabs::leave);
    }
    if let Some(rooms) = rooms {
        KeptRooms::provide(rooms);
        shortcuts::listen();
        close_tips_by_escape();
        show_exact_dates();
    }
    if is_known {
        remember_signed_in(signed_in);
    }
    page_load::keep_address_true();
    provide_context(Likely(LIKELY));
    lazy::preload(LINKED);
    view! {
        <Shell>
            <FlatRoutes fallback=NotFound>
                <Route path=Pattern(&["/", "/salles/:room/inviter"]) view=page(|| for_agents(home)) />
                <Route path=Pattern(&["/salles/nouvelle"]) view=page(|| for_agents(new_room)) />
                <Route path=Pattern(&["/salles/:room/modifier"]) view=page(|| for_agents(edit_room)) />
                <Route path=Pattern(&["/salles/:room/envoyer"]) view=page(|| for_agents(send)) />
                <Route path=Pattern(&["/salles/:id/:what"]) view=page(|| NoSuchRoomPage().into_any()) />
                <Route path=Pattern(&["/rejoindre/moderateur"]) view=page(|| for_all(join_as_moderator)) />
                <Route path=Pattern(&["/rejoindre/participant"]) view=page(|| for_all(join_as_attendee)) />
                <Route path=Pattern(&["/rejoindre/authentifie"]) view=page(|| for_all(join_authenticated)) />
                <Route path=Pattern(&["/attente/:ticket"]) view=page(|| for_all(wait)) />
                <Route path=Pattern(&["/aide/droits"]) view=page(|| without_backend(rights)) />
                <Route path=Pattern(&["/aide/accessibilite"]) view=page(|| without_backend(accessibility)) />
                <Route path=Pattern(&["/aide/raccourcis"]) view=page(|| without_backend(keys)) />
            </FlatRoutes>
        </Shell>
    }
}

/// What a route shows. One type for all, as for [`Pattern`].
type PageFn = fn() -> AnyView;

fn page(view: PageFn) -> PageFn {
    view
}

/// A page that needs nothing of the backend.
fn without_backend(view: LazyView) -> AnyView {
    view! { <Lazy view /> }.into_any()
}

/// A page for everybody.
fn for_all(view: LazyView) -> AnyView {
    match use_context::<Failed>() {
        Some(Failed(error)) => view! { <Unavailable error /> }.into_any(),
        None => without_backend(view),
    }
}

/// A page for those who are signed in; everybody else is told what it takes.
fn for_agents(view: LazyView) -> AnyView {
    for_all(if Portal::get().is_signed_in() {
        view
    } else {
        visitor_home
    })
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::address::{Address, waiting_path};

    /// An entry of the table by which the start script fetches chunks: `src/chunks.json`.
    #[derive(Deserialize)]
    struct Likely {
        path: String,
        signed_in: Option<bool>,
        chunks: Vec<String>,
    }

    impl Likely {
        fn is_for(&self, path: &str, signed_in: bool) -> bool {
            let segments = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
            let (own, other) = (segments(&self.path), segments(path));
            let fits = own.len() == other.len()
                && own.iter().zip(&other).all(|(own, other)| {
                    own == "*" || own == ":room" && other.len() == 36 || own == other
                });
            fits && self.signed_in.is_none_or(|own| own == signed_in)
        }
    }

    #[test]
    fn the_start_script_fetches_the_chunk_of_each_page() {
        let table: Vec<Likely> =
            serde_json::from_str(include_str!("chunks.json")).expect("a table");
        let room = "0198f3a1-7c3e-7000-8000-0123456789ab"
            .parse()
            .expect("an id");
        let agents = |address: Address, pages: &'static [LazyView]| {
            [
                (address.path(), true, pages),
                (address.path(), false, &[visitor_home][..]),
            ]
        };
        let all = |path: String, pages: &'static [LazyView]| {
            [(path.clone(), true, pages), (path, false, pages)]
        };
        let pages = [
            agents(Address::Home, &[home]),
            agents(Address::Invite(room), &[home, invitation]),
            agents(Address::NewRoom, &[new_room]),
            agents(Address::Edit(room), &[edit_room]),
            agents(Address::Send(room), &[send]),
            all(
                Address::Join(LinkKind::Moderator).path(),
                &[join_as_moderator],
            ),
            all(
                Address::Join(LinkKind::Attendee).path(),
                &[join_as_attendee],
            ),
            all(
                Address::Join(LinkKind::Authenticated).path(),
                &[join_authenticated],
            ),
            all(waiting_path("ticket"), &[wait]),
            all(Address::Rights.path(), &[rights]),
            all(Address::Accessibility.path(), &[accessibility]),
            all(Address::Shortcuts.path(), &[keys]),
        ];
        for (path, signed_in, own) in pages.into_iter().flatten() {
            let likely = table.iter().find(|likely| likely.is_for(&path, signed_in));
            let fetched = likely
                .map(|likely| likely.chunks.clone())
                .unwrap_or_default();
            let needed: Vec<_> = own.iter().map(|page| page.chunk).collect();
            assert_eq!(fetched, needed, "{path}, signed in: {signed_in}");
        }
    }
}
