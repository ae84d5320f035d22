//! What the form of a room leaves for the list that is shown next: where the focus goes, and what is
//! to be told. They are pages of several parts of the app, so the tab carries it over.

use parvis_contract::room::RoomId;

use crate::route::Route;
use crate::stored::Stored;

/// Where the tab keeps it.
pub const STORAGE_KEY: &str = "parvis.arrival";

/// What a form leaves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrival {
    /// The element that takes the focus.
    pub element: String,
    /// The room that it belongs to, if to any.
    pub room: Option<RoomId>,
    /// What was done; empty for nothing.
    pub told: String,
    /// The form in which something was typed and given up; empty for none.
    pub given_up: String,
}

impl Arrival {
    /// Back at `element`, which belongs to `room`, if to any.
    pub fn at(element: String, room: Option<RoomId>) -> Self {
        Self {
            element,
            room,
            told: String::new(),
            given_up: String::new(),
        }
    }

    /// The same, telling what was done.
    pub fn telling(self, told: String) -> Self {
        Self { told, ..self }
    }

    /// The same, with a way back to the form at `route`.
    pub fn offering(self, route: Route) -> Self {
        let given_up = route.path();
        Self { given_up, ..self }
    }

    /// Leaves it for the list. In a browser that stores nothing, the list begins as after any load.
    pub fn leave(&self) {
        let Self {
            element,
            room,
            told,
            given_up,
        } = self;
        let room = room.map(|room| room.to_string()).unwrap_or_default();
        let text = format!("{element}\n{room}\n{given_up}\n{told}");
        Stored::InTab.keep(STORAGE_KEY, &text);
    }

    /// What was left, once.
    pub fn take() -> Option<Self> {
        let text = Stored::InTab.take(STORAGE_KEY)?;
        let mut lines = text.splitn(4, '\n').map(str::to_owned);
        Some(Self {
            element: lines.next()?,
            room: RoomId::parse_str(&lines.next()?).ok(),
            given_up: lines.next()?,
            told: lines.next()?,
        })
    }
}
