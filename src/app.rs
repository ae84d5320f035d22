//! The root of the app: start-up, contexts, and the table of pages.

use leptos::children::ToChildren;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;
use leptos_router::components::{FlatRoutes, RouteChildren, Router};
use leptos_router::{MatchNestedRoutes, NestedRoute};
use parvis_contract::bootstrap::Bootstrap;
use parvis_contract::role::LinkKind;
use parvis_ui::{Announcer, Toasts, close_tooltips_on_escape, spawn};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::address::{Pattern, pattern};
use crate::api::{Api, ApiError};
use crate::delegates::DelegatesPage;
use crate::draft;
use crate::error_pages::{NotFound, Unavailable};
use crate::files::FilesPage;
use crate::help::{AccessibilityPage, RightsPage, ShortcutsPage};
use crate::history::HistoryPage;
use crate::home::{Home, invitation};
use crate::i18n::Languages;
use crate::join::JoinPage;
use crate::last_visit;
use crate::lazy::{self, Lazy, LazyView, Likely, lazy_views};
use crate::page_load;
use crate::portal::Portal;
use crate::recordings::RecordingsPage;
use crate::room_form::{EditRoomPage, NewRoomPage};
use crate::rooms::{RoomListContext, show_exact_dates};
use crate::sending::{SendPage, calendar_link, qr_image};
use crate::shell::Shell;
use crate::shortcuts;
use crate::tabs::{self, TabMessage};
use crate::visitor_home::VisitorHome;
use crate::waiting::WaitingPage;

lazy_views! {
    /// The rooms of a signed-in person.
    home, load_home = rooms => view! { <Home /> };
    /// The form of a new room.
    new_room, load_new_room = form => view! { <NewRoomPage /> };
    /// The form of a room.
    edit_room, load_edit_room = form => view! { <EditRoomPage /> };
    /// Sending an invitation.
    send, load_send = sending => view! { <SendPage /> };
    /// The recordings of a room.
    recordings, load_recordings = recordings => view! { <RecordingsPage /> };
    /// The meetings of a room.
    history, load_history = recordings => view! { <HistoryPage /> };
    /// The files of a room.
    files, load_files = files => view! { <FilesPage /> };
    /// The delegates of a room.
    delegates, load_delegates = delegates => view! { <DelegatesPage /> };
    /// The home page of visitors.
    visitor_home, load_visitor_home = guests => view! { <VisitorHome /> };
    /// Joining with a moderator link.
    join_as_moderator, load_join_as_moderator = guests => view! { <JoinPage kind=LinkKind::Moderator /> };
    /// Joining with a participant link.
    join_as_attendee, load_join_as_attendee = guests => view! { <JoinPage kind=LinkKind::Attendee /> };
    /// Joining with an authenticated link.
    join_authenticated, load_join_authenticated = guests => view! { <JoinPage kind=LinkKind::Authenticated /> };
    /// Waiting for a meeting to start.
    wait, load_wait = guests => view! { <WaitingPage /> };
    /// What moderators and participants may do.
    rights, load_rights = help => view! { <RightsPage /> };
    /// The accessibility statement.
    accessibility, load_accessibility = help => view! { <AccessibilityPage /> };
    /// The keyboard shortcuts.
    keys, load_keys = help => view! { <ShortcutsPage /> };
}

/// The pages with their addresses; the last page is for all other addresses.
const PAGES: &[Page] = {
    use PageAccess::{Agents, All, AllOffline};
    use pattern as at;
    &[
        page(Agents, &[at::HOME, at::INVITE], home).with_dialog(invitation),
        page(Agents, &[at::NEW_ROOM], new_room),
        page(Agents, &[at::EDIT], edit_room),
        page(Agents, &[at::SEND], send),
        page(Agents, &[at::RECORDINGS], recordings),
        page(Agents, &[at::HISTORY], history),
        page(Agents, &[at::FILES], files),
        page(Agents, &[at::DELEGATES], delegates),
        page(All, &[at::JOIN_AS_MODERATOR], join_as_moderator),
        page(All, &[at::JOIN_AS_ATTENDEE], join_as_attendee),
        page(All, &[at::JOIN_AUTHENTICATED], join_authenticated),
        page(All, &[at::WAIT], wait),
        page(AllOffline, &[at::RIGHTS], rights),
        page(AllOffline, &[at::ACCESSIBILITY], accessibility),
        page(AllOffline, &[at::SHORTCUTS], keys),
        Page {
            access: AllOffline,
            pattern: Pattern(&[at::ANY]),
            view: None,
            dialog: None,
        },
    ]
};

/// The views whose chunks are preloaded when somebody points at or focuses a link to them.
const LINKED: &[LazyView] = &[
    home,
    invitation,
    new_room,
    edit_room,
    send,
    calendar_link,
    qr_image,
    recordings,
    files,
    delegates,
    rights,
    accessibility,
    keys,
];
/// The views that a person who looks at the rooms is likely to open next.
const LIKELY: &[LazyView] = &[invitation, new_room, send];

/// Requests what the app needs, then replaces the document's shell with the app.
pub fn start() {
    page_load::repair_link();
    page_load::remove_state_parameter();
    page_load::restore_fragment();
    let api = Api::from_document();
    // Leptos's own executor exists only once something is mounted.
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
    Languages::provide();
    provide_context(Announcer::new());
    provide_context(Toasts::new());
    page_load::store_fragment_on_sign_in();
    let bootstrap = match answer {
        Ok(bootstrap) => {
            provide_context(Portal::new(&bootstrap));
            Some(bootstrap)
        }
        Err(error) => {
            provide_context(Portal::from_document());
            provide_context(BootstrapError(error));
            None
        }
    };
    view! {
        <Router>
            <Pages bootstrap />
        </Router>
    }
}

/// The error of the bootstrap request, if it failed: a context of the app. Pages that do not need its
/// response are shown all the same.
#[derive(Clone)]
struct BootstrapError(ApiError);

/// The router with all pages.
#[component]
fn Pages(bootstrap: Option<Bootstrap>) -> impl IntoView {
    let is_known = bootstrap.is_some();
    let (account, rooms) = bootstrap
        .map(|bootstrap| (bootstrap.account, bootstrap.rooms))
        .unwrap_or_default();
    if let Some(rooms) = &rooms {
        // Before a message of another tab that the person has signed out, which deletes it.
        last_visit::store(rooms);
    } else if is_known {
        last_visit::delete();
    }
    if let Some(account) = account {
        page_load::reload_when_restored();
        draft::keep_for_account(account.id);
        tabs::subscribe(TabMessage::SignedOut, tabs::clear_and_reload);
    }
    if let Some(rooms) = rooms {
        RoomListContext::provide(rooms);
        shortcuts::listen();
        close_tooltips_on_escape();
        show_exact_dates();
    }
    page_load::sync_address_bar();
    Likely::provide(LIKELY);
    lazy::preload(LINKED);
    let routes = PAGES.iter().map(Page::route).collect::<Vec<_>>();
    view! {
        <Shell>
            // The last route matches every address.
            <FlatRoutes
                fallback=|| ()
                children=RouteChildren::to_children(|| StaticVec::from(routes))
            />
        </Shell>
    }
}

/// A page and its addresses.
struct Page {
    access: PageAccess,
    /// The page stays mounted while its address changes from one of these to another.
    pattern: Pattern,
    /// The view of the page; `None` is [`NotFound`].
    view: Option<LazyView>,
    /// The dialog over the page, at all of its addresses but the first.
    dialog: Option<LazyView>,
}

/// Who may open a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PageAccess {
    /// Signed-in people; visitors see their home page, with a request to sign in.
    Agents,
    /// Everybody.
    All,
    /// Everybody, even if the bootstrap request has failed.
    AllOffline,
}

const fn page(access: PageAccess, paths: &'static [&'static str], view: LazyView) -> Page {
    Page {
        access,
        pattern: Pattern(paths),
        view: Some(view),
        dialog: None,
    }
}

impl Page {
    const fn with_dialog(mut self, dialog: LazyView) -> Self {
        self.dialog = Some(dialog);
        self
    }

    /// The route of the page. All routes have one type, so that the router's generic code is compiled once.
    fn route(&self) -> impl MatchNestedRoutes + Clone + Send + use<> {
        let (access, view) = (self.access, self.view);
        NestedRoute::new(self.pattern, move || access.page(view))
    }
}

impl PageAccess {
    /// The page with this view, or what a person outside the audience sees instead.
    fn page(self, view: Option<LazyView>) -> AnyView {
        let error = use_context::<BootstrapError>().filter(|_| self != Self::AllOffline);
        match error {
            Some(BootstrapError(error)) => {
                view! { <Unavailable error for_agents=self == Self::Agents /> }.into_any()
            }
            None if self == Self::Agents && !Portal::get().is_signed_in() => {
                view! { <Lazy view=visitor_home /> }.into_any()
            }
            None => match view {
                Some(view) => view! { <Lazy view /> }.into_any(),
                None => NotFound().into_any(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use leptos_router::PossibleRouteMatch;
    use parvis_contract::room::RoomId;
    use serde_json::{Value, json};

    use super::*;
    use crate::address::{Address, waiting_path};

    /// Every address. A new one does not compile until it is added here.
    fn addresses(room: RoomId) -> Vec<Address> {
        use Address::{
            Accessibility, Delegates, Edit, Files, History, Home, Invite, Join, NewRoom,
            Recordings, Rights, Send, Shortcuts,
        };
        let next = |address| match address {
            Home => Some(NewRoom),
            NewRoom => Some(Invite(room)),
            Invite(id) => Some(Edit(id)),
            Edit(id) => Some(Send(id)),
            Send(id) => Some(Recordings(id)),
            Recordings(id) => Some(History(id)),
            History(id) => Some(Files(id)),
            Files(id) => Some(Delegates(id)),
            Delegates(_) => Some(Rights),
            Rights => Some(Accessibility),
            Accessibility => Some(Shortcuts),
            Shortcuts => Some(Join(LinkKind::Moderator)),
            Join(LinkKind::Moderator) => Some(Join(LinkKind::Attendee)),
            Join(LinkKind::Attendee) => Some(Join(LinkKind::Authenticated)),
            Join(LinkKind::Authenticated) => None,
        };
        std::iter::successors(Some(Home), |address| next(*address)).collect()
    }

    /// All pages except the one for other addresses.
    fn pages() -> impl Iterator<Item = &'static Page> {
        let (any_other, pages) = PAGES.split_last().expect("pages");
        assert!(
            any_other.view.is_none(),
            "the last page is that of all other addresses"
        );
        pages.iter()
    }

    #[test]
    fn each_address_leads_to_one_page_and_each_page_has_an_address() {
        let room = "0198f3a1-7c3e-7000-8000-0123456789ab"
            .parse()
            .expect("an id");
        let paths = addresses(room).into_iter().map(Address::path);
        let paths: Vec<_> = paths.chain([waiting_path("ticket")]).collect();
        for path in &paths {
            let own = pages().filter(|page| page.pattern.test(path).is_some());
            assert_eq!(own.count(), 1, "{path}");
        }
        let patterns = pages().flat_map(|page| page.pattern.0);
        for pattern in patterns {
            let found = paths.iter().filter(|path| {
                let alone = std::slice::from_ref(pattern);
                Pattern(alone).test(path).is_some()
            });
            assert_eq!(found.count(), 1, "{pattern}");
        }
    }

    #[test]
    fn links_that_the_server_makes_lead_to_their_pages() {
        for kind in [
            LinkKind::Moderator,
            LinkKind::Attendee,
            LinkKind::Authenticated,
        ] {
            let path = Address::Join(kind).path();
            assert_eq!(path, format!("/rejoindre/{}", kind.word()));
        }
    }

    /// An entry of that table. Without `signed_in` it is for everybody.
    fn entry(path: &str, signed_in: Option<bool>, views: &[LazyView]) -> Value {
        let chunks: Vec<_> = views.iter().map(|view| view.chunk).collect();
        let mut entry = json!({ "path": path, "chunks": chunks });
        if let Some(signed_in) = signed_in {
            entry["signed_in"] = signed_in.into();
        }
        if views.iter().any(|view| view.needs_further_texts()) {
            entry["further_texts"] = true.into();
        }
        entry
    }

    /// The entries of the table from which the start script preloads chunks and texts, as JSON.
    fn chunks() -> Vec<String> {
        let of_page = |page: &'static Page| {
            let own = page.view.expect("a page has a view");
            let paths = page.pattern.0.iter().enumerate();
            paths.flat_map(move |(n, path)| {
                let over = page.dialog.filter(|_| n > 0);
                let views: Vec<_> = std::iter::once(own).chain(over).collect();
                if page.access == PageAccess::Agents {
                    vec![
                        entry(path, Some(true), &views),
                        entry(path, Some(false), &[visitor_home]),
                    ]
                } else {
                    vec![entry(path, None, &views)]
                }
            })
        };
        let entries = pages().flat_map(of_page);
        entries.map(|entry| entry.to_string()).collect()
    }

    /// `make chunks` rewrites the file.
    #[test]
    fn the_start_script_fetches_the_chunks_of_each_page() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/chunks.json");
        let made = format!("[\n  {}\n]\n", chunks().join(",\n  "));
        if std::env::var_os("WRITE_CHUNKS").is_some() {
            std::fs::write(&file, &made).expect("the file is written");
        }
        let written = std::fs::read_to_string(&file).expect("the file");
        assert_eq!(written, made, "`make chunks` writes src/chunks.json anew");
    }
}
