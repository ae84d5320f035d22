//! The view of a meeting for one person: the data of `people` events.

use serde::Serialize;

use super::details::Texts;
use crate::conference::Conference;
use crate::conference::meeting::Meeting;
use crate::conference::person::Person;
use crate::conference::role::Role;

/// The people of a meeting, as one person sees them.
#[derive(Serialize)]
pub(super) struct View {
    pub(super) you: You,
    pub(super) participants: Vec<SeenPerson>,
    /// The lobby; only for moderators.
    pub(super) waiting: Vec<WaitingPerson>,
    /// The texts that plug-ins may read; absent if refused.
    texts: Option<Texts>,
}

/// The person whose view it is.
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

/// A participant.
#[derive(Serialize)]
pub(super) struct SeenPerson {
    pub(super) user_id: String,
    pub(super) name: String,
    /// The label in the page's language.
    pub(super) role: &'static str,
    pub(super) is_moderator: bool,
}

/// A person in the lobby.
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

    /// Whether this person may promote or demote the other one.
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
