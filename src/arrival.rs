//! What the form of a room leaves for the list that is shown next: where the focus goes, and what is
//! to be read out. They are pages of two parts of the app, so the tab carries it over.

use parvis_contract::room::RoomId;

use crate::stored::Stored;

const STORAGE_KEY: &str = "parvis.arrival";

/// What a form leaves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrival {
    /// The element that takes the focus.
    pub element: String,
    /// The room that it belongs to, if to any.
    pub room: Option<RoomId>,
    /// What is to be read out; empty for nothing.
    pub announcement: String,
}

impl Arrival {
    /// Leaves it for the list. In a browser that stores nothing, the list begins as after any load.
    pub fn leave(&self) {
        let room = self.room.map(|room| room.to_string()).unwrap_or_default();
        let text = format!("{}\n{room}\n{}", self.element, self.announcement);
        Stored::InTab.keep(STORAGE_KEY, &text);
    }

    /// What was left, once.
    pub fn take() -> Option<Self> {
        let text = Stored::InTab.take(STORAGE_KEY)?;
        let mut lines = text.splitn(3, '\n');
        Some(Self {
            element: lines.next()?.to_owned(),
            room: RoomId::parse_str(lines.next()?).ok(),
            announcement: lines.next()?.to_owned(),
        })
    }
}
