//! The addresses of the portal: what a link leads to, how that is written, and which chunk its page comes
//! in. They are French in every language, as they are passed on. `app.rs` says which page is where.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use leptos_router::{ParamSegment, PartialPathMatch, PathSegment, PossibleRouteMatch};
use parvis_contract::role::LinkKind;
use parvis_contract::room::RoomId;

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

impl Address {
    /// The path, as links and the address bar have it.
    pub fn path(self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::NewRoom => "/salles/nouvelle".to_owned(),
            Self::Invite(id) => format!("/salles/{id}/inviter"),
            Self::Edit(id) => format!("/salles/{id}/modifier"),
            Self::Send(id) => format!("/salles/{id}/envoyer"),
            Self::Rights => "/aide/droits".to_owned(),
            Self::Accessibility => "/aide/accessibilite".to_owned(),
            Self::Shortcuts => "/aide/raccourcis".to_owned(),
            Self::Join(kind) => format!("/rejoindre/{}", kind.word()),
        }
    }
}

/// The path of the page on which somebody waits with a ticket.
pub fn waiting_path(ticket: &str) -> String {
    format!("/attente/{ticket}")
}

/// Where signing in leads back to from the page at `path`. A ticket goes to no server in an address.
pub fn return_path(path: &str) -> &str {
    if path.starts_with("/attente/") {
        "/"
    } else {
        path
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

/// The name of the parameter that [`RoomSegment`] matches.
const ID: &str = "id";

/// A segment that is the identifier of a room; nothing else matches.
#[derive(Clone, Copy, Debug)]
pub struct RoomSegment;

impl PossibleRouteMatch for RoomSegment {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let found = ParamSegment(ID).test(path)?;
        RoomId::parse_str(found.matched().trim_start_matches('/')).ok()?;
        Some(found)
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        path.push(PathSegment::Param(Cow::Borrowed(ID)));
    }
}

/// The room in the address of the page around.
pub fn use_room() -> Memo<RoomId> {
    let params = use_params_map();
    Memo::new(move |_| {
        let id = params.with(|params| RoomId::parse_str(params.get_str(ID)?).ok());
        // Only a room's identifier matches: RoomSegment.
        id.unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, matched: Option<&str>) {
        let found = RoomSegment.test(path);
        assert_eq!(
            found.as_ref().map(PartialPathMatch::matched),
            matched,
            "{path}"
        );
    }

    #[test]
    fn the_identifier_of_a_room_matches_and_nothing_else() {
        let id = "0198f3a1-7c3e-7000-8000-0123456789ab";
        check(&format!("/{id}/inviter"), Some(&format!("/{id}")));
        check("/1/inviter", None);
        check("/nouvelle", None);
        check("/%20/inviter", None);
        check("/", None);
    }

    #[test]
    fn signing_in_leads_back_to_the_page_but_never_to_a_ticket() {
        assert_eq!(return_path("/salles/nouvelle"), "/salles/nouvelle");
        assert_eq!(return_path(&waiting_path("ticket")), "/");
    }
}
