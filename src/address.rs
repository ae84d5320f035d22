//! The addresses of the portal: what a link leads to, how that is written, and which chunk its page comes
//! in. They are French in every language, as they are passed on. `app.rs` says which page is where.

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
    /// The rooms of a person who is signed in; the home page of everybody else.
    Home,
    /// The form for a new room.
    NewRoom,
    /// The invitation of a room, in a dialog over the rooms.
    Invite(RoomId),
    /// The form of a room.
    Edit(RoomId),
    /// The whole invitation of a room, to be sent.
    Send(RoomId),
    /// What moderators and participants may do.
    Rights,
    /// What was tested for everybody's use, and what was not.
    Accessibility,
    /// What keys do.
    Shortcuts,
    /// The page of a link, whose secret stands in the fragment.
    Join(LinkKind),
}

/// The addresses as the router has them: `:room` stands for the identifier of a room, `:` and another name for
/// any segment.
pub mod pattern {
    pub const HOME: &str = "/";
    pub const NEW_ROOM: &str = "/salles/nouvelle";
    pub const INVITE: &str = "/salles/:room/inviter";
    pub const EDIT: &str = "/salles/:room/modifier";
    pub const SEND: &str = "/salles/:room/envoyer";
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
    /// The path, as links and the address bar have it.
    pub fn path(self) -> String {
        let of_room = |pattern: &str, id: RoomId| pattern.replace(ROOM, &id.to_string());
        match self {
            Self::Home => pattern::HOME.to_owned(),
            Self::NewRoom => pattern::NEW_ROOM.to_owned(),
            Self::Invite(id) => of_room(pattern::INVITE, id),
            Self::Edit(id) => of_room(pattern::EDIT, id),
            Self::Send(id) => of_room(pattern::SEND, id),
            Self::Rights => pattern::RIGHTS.to_owned(),
            Self::Accessibility => pattern::ACCESSIBILITY.to_owned(),
            Self::Shortcuts => pattern::SHORTCUTS.to_owned(),
            Self::Join(LinkKind::Moderator) => pattern::JOIN_AS_MODERATOR.to_owned(),
            Self::Join(LinkKind::Attendee) => pattern::JOIN_AS_ATTENDEE.to_owned(),
            Self::Join(LinkKind::Authenticated) => pattern::JOIN_AUTHENTICATED.to_owned(),
        }
    }
}

/// The path of the page on which somebody waits with a ticket.
pub fn waiting_path(ticket: &str) -> String {
    pattern::WAIT.replace(TICKET, ticket)
}

/// The parameter of the address that holds the search.
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

/// What is searched for in the query of an address, as the browser reads it: the router's own parameters are
/// decoded twice.
pub fn search_in(query: &str) -> String {
    let params = UrlSearchParams::new_with_str(query).ok();
    params
        .and_then(|params| params.get(SEARCH))
        .unwrap_or_default()
}

/// Where signing in leads back to from a page, with what is searched for there. A ticket goes to no server in
/// an address.
pub fn return_path(path: &str, query: &str) -> String {
    if path == Address::Home.path() {
        search_path(&search_in(query))
    } else if path.starts_with(pattern::WAIT.trim_end_matches(TICKET)) {
        Address::Home.path()
    } else {
        path.to_owned()
    }
}

/// Leads to addresses of the portal. Cheap to copy into what a page does.
#[derive(Clone, Copy)]
pub struct Navigator(StoredValue<Go>);

type Go = Box<dyn Fn(&str, NavigateOptions) + Send + Sync>;

impl Navigator {
    /// The navigation of the router around.
    pub fn get() -> Self {
        Self(StoredValue::new(Box::new(use_navigate())))
    }

    /// Leads to `path`.
    pub fn open(self, path: &str) {
        self.go(path, NavigateOptions::default());
    }

    /// Leads to `path` without a trace of the page that led there.
    pub fn replace(self, path: &str) {
        let options = NavigateOptions {
            replace: true,
            ..NavigateOptions::default()
        };
        self.go(path, options);
    }

    /// Leads to `path`, which shows the same page, without a trace of this address. The page stays where it
    /// is scrolled to.
    pub fn rewrite(self, path: &str) {
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        self.go(path, options);
    }

    /// Takes what a failure has written into the address out of it, once it is shown: a page that is loaded anew
    /// or passed on has nothing to say of it any more.
    pub fn forget_message(self) {
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

    /// Leads back to `path`: by the browser's history where a link with a `state` has led here, so that no trace is left of what was opened.
    pub fn close_to(self, path: &str) {
        let history = window().history();
        let was_opened_here = history
            .as_ref()
            .is_ok_and(|history| history.state().is_ok_and(|state| state.is_truthy()));
        // Without a history there is nothing to go back to, and the address is written instead.
        if !(was_opened_here && history.and_then(|history| history.back()).is_ok()) {
            self.rewrite(path);
        }
    }

    fn go(self, path: &str, options: NavigateOptions) {
        // A page that is gone leads nowhere.
        self.0.try_with_value(|go| go(path, options));
    }
}

/// The segment of a pattern that matches the identifier of a room, and nothing else.
const ROOM: &str = ":room";
/// The segment of a pattern that matches a waiting ticket.
const TICKET: &str = ":ticket";

/// The addresses of a page, for the router: alternatives of segments that match themselves, `:room`, and
/// parameters of other names. One type for all routes, so that the router's code for each type is written
/// once; and one route for a page and what lies over it, so that the page stays when that opens and closes.
#[derive(Clone, Copy, Debug)]
pub struct Pattern(pub &'static [&'static str]);

impl PossibleRouteMatch for Pattern {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let mut found = self.0.iter().filter_map(|pattern| matched(pattern, path));
        found.find(PartialPathMatch::is_complete)
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        // For lists of routes on a server, which there is none of.
        let first = self.0.first().into_iter();
        path.extend(first.map(|pattern| PathSegment::Static(Cow::Borrowed(pattern))));
    }
}

/// What `pattern` matches of the beginning of `path`.
fn matched<'a>(pattern: &'static str, path: &'a str) -> Option<PartialPathMatch<'a>> {
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

/// The room of a page whose address always has one ([`Pattern`]). The page stays while its address becomes that
/// of another room; when it becomes another page's, the last room stays until that is there.
pub fn use_room_of_page() -> Memo<RoomId> {
    let room = use_room();
    Memo::new(move |last: Option<&RoomId>| room.get().or(last.copied()).unwrap_or_default())
}

/// The same, for what lasts no longer than that room is in the address.
pub fn room_of_page() -> RoomId {
    use_room().get_untracked().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0198f3a1-7c3e-7000-8000-0123456789ab";

    /// The parameters that a pattern finds in a path.
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
