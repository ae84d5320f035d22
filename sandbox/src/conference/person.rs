//! Someone who has joined a meeting: a session of one browser, from `join` until it leaves.

use std::collections::BTreeMap;

use crate::conference::guests::GuestStatus;
use crate::conference::role::Role;

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
