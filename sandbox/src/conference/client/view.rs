//! What one person sees of a meeting right now; the shape of the events that the page receives.

use serde::Serialize;

use super::details::Texts;
use crate::conference::Conference;
use crate::conference::meeting::Meeting;
use crate::conference::person::Person;
use crate::conference::role::Role;

/// The people of a meeting, as one of them sees them.
#[derive(Serialize)]
pub(super) struct View {
    pub(super) you: You,
    pub(super) participants: Vec<SeenPerson>,
    /// Those in the lobby; moderators only.
    pub(super) waiting: Vec<WaitingPerson>,
    /// What plug-ins may read of the meeting's texts; absent where they are refused it.
    texts: Option<Texts>,
}

/// The one who looks.
#[derive(Serialize)]
pub(super) struct You {
    pub(super) user_id: String,
    /// The `userID` of `join`.
    ext_id: String,
    name: String,
    /// `MODERATOR` or `VIEWER`.
    role: &'static str,
    presenter: bool,
}

/// Someone who is in.
#[derive(Serialize)]
pub(super) struct SeenPerson {
    pub(super) user_id: String,
    pub(super) name: String,
    /// In the page's language.
    pub(super) role: &'static str,
    pub(super) is_moderator: bool,
}

/// Someone who waits to be let in.
#[derive(Serialize)]
pub(super) struct WaitingPerson {
    pub(super) name: String,
    pub(super) user_id: String,
}

impl View {
    pub(super) fn of(conference: &Conference, meeting: &Meeting, person: &Person) -> Self {
        let waiting = meeting
            .waiting()
            .filter(|_| person.role == Role::Moderator)
            .map(|other| WaitingPerson {
                name: other.name.clone(),
                user_id: other.user_id.clone(),
            })
            .collect();
        Self {
            you: You::of(meeting, person),
            participants: meeting.participants().map(SeenPerson::from).collect(),
            waiting,
            texts: (!meeting.refuses_texts).then(|| Texts::of(conference, meeting, person.role)),
        }
    }

    /// Whether this one may promote or demote that other one.
    pub(super) fn may_change(&self, other: &SeenPerson) -> bool {
        self.you.is_moderator() && other.user_id != self.you.user_id
    }
}

impl You {
    fn of(meeting: &Meeting, person: &Person) -> Self {
        let presenter = meeting.presenter().map(|other| &other.user_id);
        Self {
            user_id: person.user_id.clone(),
            ext_id: person.external_id.clone(),
            name: person.name.clone(),
            role: person.role.as_str(),
            presenter: presenter == Some(&person.user_id),
        }
    }

    pub(super) fn is_moderator(&self) -> bool {
        self.role == Role::Moderator.as_str()
    }
}

impl From<&Person> for SeenPerson {
    fn from(person: &Person) -> Self {
        Self {
            user_id: person.user_id.clone(),
            name: person.name.clone(),
            role: person.role.label(),
            is_moderator: person.role == Role::Moderator,
        }
    }
}
