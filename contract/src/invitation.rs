//! Invitation data: the links, the connection code and the telephone access of a room.

use serde::{Deserialize, Serialize};

use crate::code::{ConnectionCode, Pin};

/// The invitation data of a room. On the portal only its owner receives them, and its
/// delegates if the instance lets them invite.
// No `Debug`: capability links must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// The room's name.
    pub room_name: String,
    /// The connection code; gives moderator rights.
    pub code: ConnectionCode,
    /// The address for video terminals (SIP), `<code>@<host>`; gives moderator rights. Absent if the instance
    /// has no gateway.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sip: Option<String>,
    /// The link that gives moderator rights.
    pub moderator_link: String,
    /// The link that gives restricted rights.
    pub attendee_link: String,
    /// The link that gives restricted rights to people who sign in; absent where the instance has
    /// no identity provider for attendees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authenticated_link: Option<String>,
    /// The telephone access; absent if the instance has no number, and while the PIN is unknown
    /// (`pin_changes`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dial_in: Option<DialIn>,
    /// Whether the conference server gives each meeting a PIN of its own, which exists only while the meeting
    /// runs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pin_changes: bool,
}

/// A part of the invitation that can be renewed separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Renewable {
    /// The moderator link.
    Moderator,
    /// The attendee link.
    Attendee,
    /// The authenticated link.
    Authenticated,
    /// The connection code, and with it the address for video terminals.
    Code,
    /// The PIN. A running meeting keeps the old one until it ends.
    Pin,
}

impl Renewable {
    /// All parts, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Moderator,
        Self::Attendee,
        Self::Authenticated,
        Self::Code,
        Self::Pin,
    ];

    /// The path segment: `/api/v1/rooms/{id}/invitation/<word>/renew`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Moderator => "moderator",
            Self::Attendee => "attendee",
            Self::Authenticated => "authenticated",
            Self::Code => "code",
            Self::Pin => "pin",
        }
    }
}

/// Telephone access: dial the number, then the PIN followed by `#`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DialIn {
    /// The number as people read it, for example `+33 1 23 45 67 89`.
    pub number: String,
    /// The PIN in force.
    pub pin: Pin,
}

impl DialIn {
    /// The line to copy: `Tél. : +33 1 23 45 67 89 – PIN : 123 456 789 #`, with ordinary spaces, which every
    /// mail program keeps.
    #[must_use]
    pub fn line(&self) -> String {
        format!("Tél. : {} – PIN : {} #", self.number, self.pin.grouped(' '))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_telephone_line_reads_as_people_know_it() {
        let pin = Pin::parse("123456789").expect("nine digits");
        let dial_in = DialIn {
            number: "+33 1 23 45 67 89".to_owned(),
            pin,
        };
        assert_eq!(
            dial_in.line(),
            "Tél. : +33 1 23 45 67 89 – PIN : 123 456 789 #"
        );
    }
}
