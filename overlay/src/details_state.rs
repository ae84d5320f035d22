//! State of the session details. The page's script polls for them while they are shown.

use leptos::prelude::*;
use parvis_contract::invitation::DialIn;
use parvis_contract::session::SessionDetails;

/// Why there is nothing to show, or nothing new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No response came.
    Unreachable,
    /// The page's token is not valid, or no longer.
    Refused,
    /// The person is not a moderator, or no longer.
    ModeratorsOnly,
    /// The meeting has ended.
    Over,
    /// The service failed.
    Failed,
}

impl LoadError {
    /// The error for the status of a response; 0 for none.
    pub fn from_status(status: u16) -> Self {
        match status {
            0 | 502..=504 => Self::Unreachable,
            401 => Self::Refused,
            403 => Self::ModeratorsOnly,
            410 => Self::Over,
            _ => Self::Failed,
        }
    }

    /// Whether the data are removed, because the person may not see them or they no longer work.
    fn removes_data(self) -> bool {
        matches!(self, Self::Refused | Self::ModeratorsOnly | Self::Over)
    }
}

/// One signal for each value, so that a change updates only that value. Empty before the first response, and
/// where an instance has no such value.
#[derive(Clone, Copy)]
pub struct DetailsState {
    /// Whether the data are loaded, and the person may see them.
    pub is_loaded: RwSignal<bool>,
    /// The error of the last request.
    pub error: RwSignal<Option<LoadError>>,
    /// How often the data have changed since they were first shown.
    pub renewals: RwSignal<u32>,
    /// The connection code, as it is copied.
    pub code: RwSignal<String>,
    /// The connection code in groups.
    pub code_in_groups: RwSignal<String>,
    /// The link that gives moderator rights.
    pub moderator_link: RwSignal<String>,
    /// The link that gives restricted rights.
    pub attendee_link: RwSignal<String>,
    /// The number to dial.
    pub number: RwSignal<String>,
    /// The PIN in groups.
    pub pin: RwSignal<String>,
    /// The telephone number with the PIN, as copied.
    pub dial_in: RwSignal<String>,
    /// The welcome message for everybody.
    pub welcome: RwSignal<String>,
    /// The message for moderators.
    pub moderators_message: RwSignal<String>,
}

impl DetailsState {
    /// The state before the first response.
    pub fn new() -> Self {
        Self {
            is_loaded: RwSignal::new(false),
            error: RwSignal::new(None),
            renewals: RwSignal::new(0),
            code: RwSignal::default(),
            code_in_groups: RwSignal::default(),
            moderator_link: RwSignal::default(),
            attendee_link: RwSignal::default(),
            number: RwSignal::default(),
            pin: RwSignal::default(),
            dial_in: RwSignal::default(),
            welcome: RwSignal::default(),
            moderators_message: RwSignal::default(),
        }
    }

    /// Applies the data of a response.
    pub fn set_details(self, details: &SessionDetails) {
        let dial_in = details.dial_in.as_ref();
        let of_dial_in = |read: fn(&DialIn) -> String| dial_in.map(read).unwrap_or_default();
        let mut changed = false;
        for (datum, now) in [
            (self.code, details.code.to_string()),
            (self.code_in_groups, details.code.grouped('\u{a0}')),
            (self.moderator_link, details.moderator_link.clone()),
            (self.attendee_link, details.attendee_link.clone()),
            (self.number, of_dial_in(|dial_in| dial_in.number.clone())),
            (
                self.pin,
                of_dial_in(|dial_in| dial_in.pin.grouped('\u{a0}')),
            ),
            (self.dial_in, of_dial_in(DialIn::line)),
        ] {
            changed |= write_if_changed(datum, now);
        }
        if !self.is_loaded.get_untracked() {
            self.is_loaded.set(true);
        } else if changed {
            self.renewals.set(self.renewals.get_untracked() + 1);
        }
        self.write_error(None);
    }

    /// Applies the room's messages. A change in them does not count as a renewal.
    pub fn set_messages(self, welcome: String, moderators_message: String) {
        write_if_changed(self.welcome, welcome);
        write_if_changed(self.moderators_message, moderators_message);
    }

    /// Applies an error. Returns whether the shown data stay; if not, the page has to provide a new token
    /// first, or the meeting has to start.
    pub fn set_error(self, error: LoadError) -> bool {
        let is_removed = error.removes_data();
        if is_removed {
            self.clear();
        }
        self.write_error(Some(error));
        !is_removed
    }

    /// Records that the data have not changed.
    pub fn clear_error(self) {
        self.write_error(None);
    }

    fn write_error(self, error: Option<LoadError>) {
        if self.error.get_untracked() != error {
            self.error.set(error);
        }
    }

    /// Removes all data from the page.
    fn clear(self) {
        if self.is_loaded.get_untracked() {
            self.is_loaded.set(false);
            self.renewals.set(0);
        }
        for datum in [
            self.code,
            self.code_in_groups,
            self.moderator_link,
            self.attendee_link,
            self.number,
            self.pin,
            self.dial_in,
            self.welcome,
            self.moderators_message,
        ] {
            datum.set(String::new());
        }
    }
}

/// Sets a text; returns whether it has changed.
fn write_if_changed(text: RwSignal<String>, now: String) -> bool {
    let is_other = text.with_untracked(|before| *before != now);
    if is_other {
        text.set(now);
    }
    is_other
}
