//! A joined person: the session of one browser, from `join` until it ends.

use std::collections::BTreeMap;

use crate::conference::guests::GuestStatus;
use crate::conference::role::Role;

/// A joined person.
#[derive(Clone)]
pub(crate) struct Person {
    /// The session token of the conference page, valid together with the cookie [`browser`](Self::browser).
    pub(crate) session_token: String,
    /// The cookie of the browser that called `join`.
    pub(crate) browser: String,
    /// The user identifier: `w_` and twelve characters, new at each join.
    pub(crate) user_id: String,
    /// The `userID` of `join`, the portal's identifier of the person.
    pub(crate) external_id: String,
    pub(crate) auth_token: String,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) guest_status: GuestStatus,
    /// The `logoutURL` of `join`, which takes precedence over the meeting's.
    pub(crate) logout_url: Option<String>,
    /// The `userdata-…` parameters of `join`.
    pub(crate) custom_data: BTreeMap<String, String>,
    /// The number of open event streams: one per tab.
    pub(crate) connections: usize,
}

impl Person {
    /// Whether the person is a participant: admitted and connected.
    pub(crate) fn is_in(&self) -> bool {
        self.guest_status == GuestStatus::Allow && self.connections > 0
    }

    /// Whether the person waits in the lobby.
    pub(crate) fn is_waiting(&self) -> bool {
        self.guest_status == GuestStatus::Wait
    }
}
