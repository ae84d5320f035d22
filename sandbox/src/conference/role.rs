//! The role of a participant: BigBlueButton's `MODERATOR` or `VIEWER`.

/// What someone may do in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Moderator,
    Viewer,
}

impl Role {
    /// Reads the parameter `role`, in any case.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        if word.eq_ignore_ascii_case("MODERATOR") {
            Some(Self::Moderator)
        } else if word.eq_ignore_ascii_case("VIEWER") {
            Some(Self::Viewer)
        } else {
            None
        }
    }

    /// The word of the API.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Moderator => "MODERATOR",
            Self::Viewer => "VIEWER",
        }
    }

    /// The word on the conference page.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Moderator => "Modérateur",
            Self::Viewer => "Participant",
        }
    }
}
