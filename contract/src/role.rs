//! Roles in a meeting, and the kinds of links that give them.

use serde::{Deserialize, Serialize};

/// A person's role in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Starts the meeting and sees the session's invitation data.
    Moderator,
    /// Takes part with restricted rights.
    Attendee,
}

/// The links of a room. Each can be renewed separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// Gives the moderator role.
    Moderator,
    /// Gives the attendee role.
    Attendee,
    /// Gives the attendee role after signing in at the attendees' identity provider.
    Authenticated,
}

impl LinkKind {
    /// All kinds, in the order of the invitation.
    pub const ALL: [Self; 3] = [Self::Moderator, Self::Attendee, Self::Authenticated];

    /// The role that the link gives.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::Moderator => Role::Moderator,
            Self::Attendee | Self::Authenticated => Role::Attendee,
        }
    }

    /// The path segment of the link's address: `/rejoindre/<word>#<secret>`. It is for people to read; the role
    /// comes from the secret.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Moderator => "moderateur",
            Self::Attendee => "participant",
            Self::Authenticated => "authentifie",
        }
    }

    /// Parses a [`LinkKind::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::LinkKind;

    #[test]
    fn every_link_word_reads_back() {
        for kind in LinkKind::ALL {
            assert_eq!(LinkKind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(LinkKind::from_word("Moderateur"), None);
    }
}
