//! The parts of the app, and which of them is for whom.

use leptos::prelude::*;

use crate::api::{Api, ApiError};
use crate::route::Route;

/// One part: what it shows at each address that is for it.
#[derive(Clone, Copy)]
pub struct Part {
    /// Which.
    pub name: PartName,
    /// Gives the app what only this part needs of the answer that everything starts from.
    pub prepare: fn(Api, &str) -> Result<(), ApiError>,
    /// The page at a route.
    pub page: fn(Route) -> AnyView,
}

/// Which part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartName {
    /// For those who are signed in: their rooms.
    Agents,
    /// For those who are signed in: creating a room, changing one. And help, for everybody.
    Forms,
    /// For those who are signed in: sending a room's invitation.
    Sending,
    /// For everybody else, and for whoever enters a meeting or reads help.
    Guests,
}

impl PartName {
    /// The part that shows `route` to a person who is signed in, or is not. `boot.js` guesses the
    /// same from the address and from who was here last.
    pub fn of(route: Route, signed_in: bool) -> Self {
        match route {
            Route::Join(_) | Route::Waiting => Self::Guests,
            Route::Rights | Route::Accessibility | Route::Shortcuts => Self::Forms,
            Route::NewRoom | Route::Edit(_) if signed_in => Self::Forms,
            Route::Send(_) if signed_in => Self::Sending,
            _ if signed_in => Self::Agents,
            _ => Self::Guests,
        }
    }
}

/// Has `boot.js` start another part in this one's place.
pub fn start_another(part: PartName) {
    tell_boot(match part {
        PartName::Agents => "parvis-part-agents",
        PartName::Forms => "parvis-part-forms",
        PartName::Sending => "parvis-part-sending",
        PartName::Guests => "parvis-part-guests",
    });
}

/// Has `boot.js` forget that an agent was here.
pub fn forget_agent() {
    tell_boot("parvis-signed-out");
}

fn tell_boot(what: &str) {
    if let Ok(event) = web_sys::Event::new(what) {
        // An event that nobody cancels is always delivered.
        let _ = window().dispatch_event(&event);
    }
}

#[cfg(test)]
mod tests {
    use parvis_contract::role::LinkKind;
    use parvis_contract::room::RoomId;

    use super::*;

    #[test]
    fn rooms_are_for_those_who_are_signed_in_and_links_for_everybody() {
        for (route, signed_in, expected) in [
            (Route::Home, true, PartName::Agents),
            (Route::Home, false, PartName::Guests),
            (Route::NewRoom, false, PartName::Guests),
            (Route::NewRoom, true, PartName::Forms),
            (Route::Send(RoomId::nil()), true, PartName::Sending),
            (Route::Send(RoomId::nil()), false, PartName::Guests),
            (Route::Edit(RoomId::nil()), true, PartName::Forms),
            (Route::Invite(RoomId::nil()), true, PartName::Agents),
            (Route::Waiting, true, PartName::Guests),
            (Route::Join(LinkKind::Moderator), true, PartName::Guests),
            (Route::Rights, true, PartName::Forms),
            (Route::Rights, false, PartName::Forms),
            (Route::Accessibility, false, PartName::Forms),
            (Route::Shortcuts, true, PartName::Forms),
            (Route::NotFound, true, PartName::Agents),
        ] {
            assert_eq!(
                PartName::of(route, signed_in),
                expected,
                "{route:?} {signed_in}"
            );
        }
    }
}
