//! Roles of participants: BigBlueButton's `MODERATOR` and `VIEWER`.

/// The role of a participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Moderator,
    Viewer,
}

impl Role {
    /// Parses the parameter `role`, ignoring case.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        if word.eq_ignore_ascii_case("MODERATOR") {
            Some(Self::Moderator)
        } else if word.eq_ignore_ascii_case("VIEWER") {
            Some(Self::Viewer)
        } else {
            None
        }
    }

    /// The value in the API.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Moderator => "MODERATOR",
            Self::Viewer => "VIEWER",
        }
    }

    /// The label on the conference page.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Moderator => "Modérateur",
            Self::Viewer => "Participant",
        }
    }
}
