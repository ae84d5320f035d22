//! Routes: the addresses of the portal, the patterns that match them, and navigation. Paths are French in
//! every language, because people pass them on. `app.rs` maps them to pages.

use std::borrow::Cow;

use js_sys::encode_uri_component;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_params};
use leptos_router::location::Location;
use leptos_router::params::Params;
use leptos_router::{PartialPathMatch, PathSegment, PossibleRouteMatch};
use parvis_contract::role::LinkKind;
use parvis_contract::room::RoomId;
use web_sys::UrlSearchParams;

/// A page, or a dialog over one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// The list of rooms of a signed-in person; the home page of visitors.
    Home,
    /// The form for a new room.
    NewRoom,
    /// The invitation of a room, in a dialog over the rooms.
    Invite(RoomId),
    /// The form of a room.
    Edit(RoomId),
    /// The page that sends a room's whole invitation.
    Send(RoomId),
    /// The recordings of a room.
    Recordings(RoomId),
    /// The meetings of a room.
    History(RoomId),
    /// The files of a room.
    Files(RoomId),
    /// The delegates of a room.
    Delegates(RoomId),
    /// What moderators and participants may do.
    Rights,
    /// The accessibility statement.
    Accessibility,
    /// The keyboard shortcuts.
    Shortcuts,
    /// The page of a link; the link's secret is in the fragment.
    Join(LinkKind),
}

/// The patterns of the router: `:room` matches a room's identifier, `:` with another name any segment.
pub mod pattern {
    pub const HOME: &str = "/";
    pub const NEW_ROOM: &str = "/salles/nouvelle";
    pub const INVITE: &str = "/salles/:room/inviter";
    pub const EDIT: &str = "/salles/:room/modifier";
    pub const SEND: &str = "/salles/:room/envoyer";
    pub const RECORDINGS: &str = "/salles/:room/enregistrements";
    pub const HISTORY: &str = "/salles/:room/historique";
    pub const FILES: &str = "/salles/:room/fichiers";
    pub const DELEGATES: &str = "/salles/:room/delegues";
    pub const RIGHTS: &str = "/aide/droits";
    pub const ACCESSIBILITY: &str = "/aide/accessibilite";
    pub const SHORTCUTS: &str = "/aide/raccourcis";
    pub const JOIN_AS_MODERATOR: &str = "/rejoindre/moderateur";
    pub const JOIN_AS_ATTENDEE: &str = "/rejoindre/participant";
    pub const JOIN_AUTHENTICATED: &str = "/rejoindre/authentifie";
    pub const WAIT: &str = "/attente/:ticket";
    /// Every address.
    pub const ANY: &str = "*";
}

impl Address {
    /// The path, as written in links and in the address bar.
    pub fn path(self) -> String {
        let of_room = |pattern: &str, id: RoomId| pattern.replace(ROOM, &id.to_string());
        match self {
            Self::Home => pattern::HOME.to_owned(),
            Self::NewRoom => pattern::NEW_ROOM.to_owned(),
            Self::Invite(id) => of_room(pattern::INVITE, id),
            Self::Edit(id) => of_room(pattern::EDIT, id),
            Self::Send(id) => of_room(pattern::SEND, id),
            Self::Recordings(id) => of_room(pattern::RECORDINGS, id),
            Self::History(id) => of_room(pattern::HISTORY, id),
            Self::Files(id) => of_room(pattern::FILES, id),
            Self::Delegates(id) => of_room(pattern::DELEGATES, id),
            Self::Rights => pattern::RIGHTS.to_owned(),
            Self::Accessibility => pattern::ACCESSIBILITY.to_owned(),
            Self::Shortcuts => pattern::SHORTCUTS.to_owned(),
            Self::Join(LinkKind::Moderator) => pattern::JOIN_AS_MODERATOR.to_owned(),
            Self::Join(LinkKind::Attendee) => pattern::JOIN_AS_ATTENDEE.to_owned(),
            Self::Join(LinkKind::Authenticated) => pattern::JOIN_AUTHENTICATED.to_owned(),
        }
    }
}

/// The path of the page for waiting with a ticket.
pub fn waiting_path(ticket: &str) -> String {
    pattern::WAIT.replace(TICKET, ticket)
}

/// The query parameter with the search text.
const SEARCH: &str = "q";

/// The path of the page with the rooms that `search` finds.
pub fn search_path(search: &str) -> String {
    let home = Address::Home.path();
    if search.is_empty() {
        return home;
    }
    let search = String::from(encode_uri_component(search));
    format!("{home}?{SEARCH}={search}")
}

/// The search text in a query, decoded by the browser: the router decodes its parameters twice.
pub fn search_in(query: &str) -> String {
    let params = UrlSearchParams::new_with_str(query).ok();
    params
        .and_then(|params| params.get(SEARCH))
        .unwrap_or_default()
}

/// The path to return to after signing in, with the search text. A waiting page returns to the home page,
/// because a ticket must not be sent to a server in an address.
pub fn return_path(path: &str, query: &str) -> String {
    if path == Address::Home.path() {
        search_path(&search_in(query))
    } else if path.starts_with(pattern::WAIT.trim_end_matches(TICKET)) {
        Address::Home.path()
    } else {
        path.to_owned()
    }
}

/// Navigation within the portal: a handle that is cheap to copy.
#[derive(Clone, Copy)]
pub struct Navigator(StoredValue<Navigate>);

type Navigate = Box<dyn Fn(&str, NavigateOptions) + Send + Sync>;

impl Navigator {
    /// The navigation of the surrounding router.
    pub fn get() -> Self {
        Self(StoredValue::new(Box::new(use_navigate())))
    }

    /// Navigates to `path`.
    pub fn open(self, path: &str) {
        self.go(path, NavigateOptions::default());
    }

    /// Navigates to `path`, replacing the current history entry.
    pub fn replace(self, path: &str) {
        let options = NavigateOptions {
            replace: true,
            ..NavigateOptions::default()
        };
        self.go(path, options);
    }

    /// Navigates to `path` on the same page: replaces the history entry and keeps the scroll position.
    pub fn rewrite(self, path: &str) {
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        self.go(path, options);
    }

    /// Removes the error that a failure has written into the query, once it is shown, so that a reload or a
    /// shared address does not show it again.
    pub fn remove_error_parameter(self) {
        let Location {
            pathname,
            search,
            hash,
            ..
        } = use_location();
        let mut path = pathname.get_untracked();
        if path == Address::Home.path() {
            path = search_path(&search_in(&search.get_untracked()));
        }
        path.push_str(&hash.get_untracked());
        request_animation_frame(move || self.rewrite(&path));
    }

    /// Closes what was opened over `path`: goes back in the history if a link with a `state` led here, so
    /// that the back button does not open it again; otherwise replaces the address.
    pub fn close_to(self, path: &str) {
        let history = window().history();
        let was_opened_here = history
            .as_ref()
            .is_ok_and(|history| history.state().is_ok_and(|state| state.is_truthy()));
        // Without a history entry to return to, the address is replaced.
        if !(was_opened_here && history.and_then(|history| history.back()).is_ok()) {
            self.rewrite(path);
        }
    }

    fn go(self, path: &str, options: NavigateOptions) {
        // After its page is removed, a navigator does nothing.
        self.0.try_with_value(|go| go(path, options));
    }
}

/// The segment of a pattern that matches only the identifier of a room.
const ROOM: &str = ":room";
/// The segment of a pattern that matches a waiting ticket.
const TICKET: &str = ":ticket";

/// The addresses of a page, for the router: alternatives made of literal segments, `:room` and named
/// parameters. One type for all routes compiles the router's generic code once; one route for a page and its
/// dialog keeps the page mounted when the dialog opens and closes.
#[derive(Clone, Copy, Debug)]
pub struct Pattern(pub &'static [&'static str]);

impl PossibleRouteMatch for Pattern {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let mut found = self
            .0
            .iter()
            .filter_map(|pattern| match_pattern(pattern, path));
        found.find(PartialPathMatch::is_complete)
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        // Only used for lists of routes on a server, which this app does not have.
        let first = self.0.first().into_iter();
        path.extend(first.map(|pattern| PathSegment::Static(Cow::Borrowed(pattern))));
    }
}

/// Matches `pattern` against the beginning of `path`.
fn match_pattern<'a>(pattern: &'static str, path: &'a str) -> Option<PartialPathMatch<'a>> {
    if pattern == pattern::ANY {
        return Some(PartialPathMatch::new("", Vec::new(), path));
    }
    let mut rest = path;
    let mut params = Vec::new();
    for segment in pattern.split('/').skip(1) {
        let after = rest.strip_prefix('/')?;
        let (value, _) = after.split_once('/').unwrap_or((after, ""));
        match segment.strip_prefix(':') {
            None if segment != value => return None,
            None => {}
            Some(_) if value.is_empty() => return None,
            Some(_) if segment == ROOM && RoomId::parse_str(value).is_err() => return None,
            Some(name) => params.push((Cow::Borrowed(name), value.to_owned())),
        }
        rest = &after[value.len()..];
    }
    let matched = &path[..path.len() - rest.len()];
    Some(PartialPathMatch::new(rest, params, matched))
}

/// The parameters of the pages of a room.
#[derive(Clone, Copy, PartialEq, Params)]
struct RoomParams {
    room: RoomId,
}

/// The room in the address, if there is one.
pub fn use_room() -> Memo<Option<RoomId>> {
    let params = use_params::<RoomParams>();
    Memo::new(move |_| params.with(|params| Some(params.as_ref().ok()?.room)))
}

/// The room of a page whose address always contains one ([`Pattern`]). The page stays mounted when its
/// address changes to another room; when it changes to another page, the last room is kept until that is
/// shown.
pub fn use_room_of_page() -> Memo<RoomId> {
    let room = use_room();
    Memo::new(move |last: Option<&RoomId>| room.get().or(last.copied()).unwrap_or_default())
}

/// As [`use_room_of_page`], but read once: for views that are rebuilt when the room in the address changes.
pub fn room_of_page() -> RoomId {
    use_room().get_untracked().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0198f3a1-7c3e-7000-8000-0123456789ab";

    /// Checks the parameters that `pattern` extracts from `path`.
    #[track_caller]
    fn check(pattern: Pattern, path: &str, expected: Option<&[&str]>) {
        let found = pattern.test(path).map(|found| {
            let params = found.params().into_iter();
            params.map(|(_, value)| value).collect::<Vec<_>>()
        });
        let expected = expected.map(|values| values.iter().map(ToString::to_string).collect());
        assert_eq!(found, expected, "{pattern:?} {path}");
    }

    #[test]
    fn the_identifier_of_a_room_matches_and_nothing_else() {
        let invite = Pattern(&["/", "/salles/:room/inviter"]);
        check(invite, &format!("/salles/{ID}/inviter"), Some(&[ID]));
        check(invite, &format!("/salles/{ID}/inviter/"), Some(&[ID]));
        check(invite, "/", Some(&[]));
        for path in [
            "/salles/1/inviter",
            "/salles/nouvelle/inviter",
            "/salles//inviter",
        ] {
            check(invite, path, None);
        }
        check(invite, &format!("/salles/{ID}/inviter/x"), None);
        check(invite, "/salles", None);
    }

    #[test]
    fn other_parameters_take_any_segment() {
        let wait = Pattern(&["/attente/:ticket"]);
        check(wait, "/attente/abc", Some(&["abc"]));
        check(wait, "/attente/", None);
        check(wait, "/attente", None);
        check(Pattern(&["/salles/nouvelle"]), "/salles/nouvelles", None);
    }

    #[test]
    fn signing_in_leads_back_to_the_page_but_never_to_a_ticket() {
        assert_eq!(return_path("/salles/nouvelle", "?q=x"), "/salles/nouvelle");
        assert_eq!(return_path(&waiting_path("ticket"), ""), "/");
        assert_eq!(return_path(&waiting_path("ticket/x"), ""), "/");
    }
}
