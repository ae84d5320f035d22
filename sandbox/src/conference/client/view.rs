//! What one person sees of a meeting right now; the shape of the events that the page receives.

use serde::Serialize;

use crate::conference::meeting::Meeting;
use crate::conference::person::{Person, Role};

/// The people of a meeting, as one of them sees them.
#[derive(Serialize)]
pub(super) struct View {
    pub(super) participants: Vec<SeenPerson>,
    /// Those in the lobby; moderators only.
    pub(super) waiting: Vec<WaitingPerson>,
}

/// Someone who is in.
#[derive(Serialize)]
pub(super) struct SeenPerson {
    pub(super) name: String,
    /// In the page's language.
    pub(super) role: &'static str,
}

/// Someone who waits to be let in.
#[derive(Serialize)]
pub(super) struct WaitingPerson {
    pub(super) name: String,
    pub(super) user_id: String,
}

impl View {
    pub(super) fn of(meeting: &Meeting, person: &Person) -> Self {
        let participants = meeting
            .participants()
            .map(|other| SeenPerson {
                name: other.name.clone(),
                role: other.role.label(),
            })
            .collect();
        let waiting = meeting
            .waiting()
            .filter(|_| person.role == Role::Moderator)
            .map(|other| WaitingPerson {
                name: other.name.clone(),
                user_id: other.user_id.clone(),
            })
            .collect();
        Self {
            participants,
            waiting,
        }
    }
}
