//! The addresses of the app. They are French in both languages, as they are passed on.

use parvis_contract::role::LinkKind;
use parvis_contract::room::RoomId;

/// Where in the app a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/salles/nouvelle`
    NewRoom,
    /// `/salles/{id}/inviter`: the invitation of a room, over the home page.
    Invite(RoomId),
    /// `/salles/{id}/modifier`
    Edit(RoomId),
    /// `/salles/{id}/envoyer`: the whole invitation of a room, to be sent.
    Send(RoomId),
    /// `/salles/{anything else}/{inviter|modifier|envoyer}`
    NoSuchRoom,
    /// `/aide/droits`: what moderators and participants may do.
    Rights,
    /// `/aide/accessibilite`: what was tested for everybody's use, and what was not.
    Accessibility,
    /// `/aide/raccourcis`: what keys do.
    Shortcuts,
    /// `/rejoindre/{moderateur|participant|authentifie}`. The link's secret stands in the fragment,
    /// which is no part of the route.
    Join(LinkKind),
    /// `/attente/{ticket}`. The ticket is no part of the route.
    Waiting,
    /// Any other address.
    NotFound,
}

impl Route {
    /// The route in the address bar.
    pub fn current() -> Self {
        let path = leptos::prelude::window().location().pathname();
        Self::parse(&path.unwrap_or_default())
    }

    /// Reads the path of an address.
    pub fn parse(path: &str) -> Self {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let parts = [(); 4].map(|()| segments.next());
        match parts {
            [None, ..] => Some(Self::Home),
            [Some("salles"), Some("nouvelle"), None, None] => Some(Self::NewRoom),
            [
                Some("salles"),
                Some(id),
                Some(what @ ("inviter" | "modifier" | "envoyer")),
                None,
            ] => Some(match RoomId::parse_str(id) {
                Ok(id) if what == "inviter" => Self::Invite(id),
                Ok(id) if what == "envoyer" => Self::Send(id),
                Ok(id) => Self::Edit(id),
                Err(_) => Self::NoSuchRoom,
            }),
            [Some("aide"), Some("droits"), None, None] => Some(Self::Rights),
            [Some("aide"), Some("accessibilite"), None, None] => Some(Self::Accessibility),
            [Some("aide"), Some("raccourcis"), None, None] => Some(Self::Shortcuts),
            [Some("attente"), Some(_), None, None] => Some(Self::Waiting),
            [Some("rejoindre"), Some(word), None, None] => {
                LinkKind::from_word(word).map(Self::Join)
            }
            _ => None,
        }
        .unwrap_or(Self::NotFound)
    }

    /// The path that [`Route::parse`] reads back; those that lead nowhere by themselves lead home.
    pub fn path(self) -> String {
        match self {
            Self::Home | Self::Waiting | Self::NotFound | Self::NoSuchRoom => "/".to_owned(),
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

    /// The page under the route: dialogs open over a page and do not leave it.
    pub fn page(self) -> Self {
        match self {
            Self::Invite(_) => Self::Home,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back() {
        let id = RoomId::from_u128(0x0198_f3a1_7c3e_7000_8000_0123_4567_89ab);
        let joins = LinkKind::ALL.map(Route::Join);
        let others = [
            Route::Home,
            Route::NewRoom,
            Route::Invite(id),
            Route::Edit(id),
            Route::Send(id),
            Route::Rights,
            Route::Accessibility,
            Route::Shortcuts,
        ];
        for route in others.into_iter().chain(joins) {
            assert_eq!(Route::parse(&route.path()), route);
        }
    }

    #[test]
    fn a_trailing_slash_changes_nothing() {
        assert_eq!(Route::parse("/salles/nouvelle/"), Route::NewRoom);
    }

    #[test]
    fn anything_else_is_not_found() {
        for path in [
            "/salles",
            "/salles/inviter",
            "/rejoindre",
            "/rejoindre/Moderateur",
            "/rejoindre/moderateur/x",
            "/salles/nouvelle/x/y/z",
            "/auth/sign-in",
            "/attente",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }

    #[test]
    fn what_stands_in_a_room_s_place_and_is_none_is_told_apart() {
        for path in [
            "/salles/1/inviter",
            "/salles/x/modifier",
            "/salles/%20/inviter",
        ] {
            assert_eq!(Route::parse(path), Route::NoSuchRoom, "{path}");
        }
    }

    #[test]
    fn the_invitation_lies_over_the_home_page() {
        assert_eq!(Route::Invite(RoomId::nil()).page(), Route::Home);
        assert_eq!(Route::NewRoom.page(), Route::NewRoom);
    }
}
