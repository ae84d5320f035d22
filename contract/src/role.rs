//! What a person may do in a meeting, and which link leads there.

use serde::{Deserialize, Serialize};

/// A person's rights in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Starts the meeting and sees the session's invitation data.
    Moderator,
    /// Takes part with restricted rights.
    Attendee,
}

/// The three links of a room. Each is renewed alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// Whoever holds it is a moderator.
    Moderator,
    /// Whoever holds it is an attendee.
    Attendee,
    /// Whoever holds it is an attendee, once signed in at the attendees' identity provider.
    Authenticated,
}

impl LinkKind {
    /// All kinds, in the order in which the invitation shows them.
    pub const ALL: [Self; 3] = [Self::Moderator, Self::Attendee, Self::Authenticated];

    /// The rights that the link gives.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::Moderator => Role::Moderator,
            Self::Attendee | Self::Authenticated => Role::Attendee,
        }
    }

    /// The word in the link's address: `/rejoindre/<word>#<secret>`. It tells people what they
    /// hold; the rights come from the secret alone.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Moderator => "moderateur",
            Self::Attendee => "participant",
            Self::Authenticated => "authentifie",
        }
    }

    /// Reads [`LinkKind::word`].
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
