//! Someone who has joined a meeting: a session of one browser, from `join` until it leaves.

use std::collections::BTreeMap;

use crate::conference::guests::GuestStatus;

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

/// One successful `join`.
#[derive(Clone)]
pub(crate) struct Person {
    /// Opens the conference page, together with the cookie of [`browser`](Self::browser).
    pub(crate) session_token: String,
    /// The HTTP client that called `join`, by its cookie.
    pub(crate) browser: String,
    /// `w_` and twelve characters, new at each join.
    pub(crate) user_id: String,
    /// The `userID` of `join`, by which a portal knows the person again.
    pub(crate) external_id: String,
    pub(crate) auth_token: String,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) guest_status: GuestStatus,
    /// The `logoutURL` of `join`, which wins over the meeting's.
    pub(crate) logout_url: Option<String>,
    /// The `userdata-…` parameters of `join`.
    pub(crate) custom_data: BTreeMap<String, String>,
    /// Event streams that are open: several where the page stands in several tabs.
    pub(crate) connections: usize,
}

impl Person {
    /// In the meeting: let in, and connected.
    pub(crate) fn is_in(&self) -> bool {
        self.guest_status == GuestStatus::Allow && self.connections > 0
    }

    /// In the lobby.
    pub(crate) fn is_waiting(&self) -> bool {
        self.guest_status == GuestStatus::Wait
    }
}
