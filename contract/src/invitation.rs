//! What an owner passes on so that others can come in.

use serde::{Deserialize, Serialize};

use crate::code::{ConnectionCode, Pin};

/// A room's invitation data. Only its owner receives them on the portal.
// No `Debug`, as capability links never stand in logs.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// The room's name.
    pub room_name: String,
    /// The connection code; gives moderator rights.
    pub code: ConnectionCode,
    /// The address for video terminals, `<code>@<host>`; gives moderator rights. Absent where the
    /// instance has no gateway.
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
    /// How to join by telephone; absent where the instance has no number, and where the PIN is not
    /// known (`pin_changes`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dial_in: Option<DialIn>,
    /// Whether the conference server gives each meeting a PIN of its own: there is one while the meeting
    /// runs, good for that meeting alone, and none before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pin_changes: bool,
}

/// What can be renewed of an invitation, each alone.
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
    /// The connection code, and the address for video terminals with it.
    Code,
    /// The PIN. A meeting that runs keeps the old one until it ends.
    Pin,
}

impl Renewable {
    /// All of them, in the order in which the form shows them.
    pub const ALL: [Self; 5] = [
        Self::Moderator,
        Self::Attendee,
        Self::Authenticated,
        Self::Code,
        Self::Pin,
    ];

    /// The word in the address: `/api/v1/rooms/{id}/invitation/<word>/renew`.
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

/// How to join by telephone: dial the number, then the PIN followed by `#`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DialIn {
    /// The number as people read it, for example `+33 1 23 45 67 89`.
    pub number: String,
    /// The PIN in force.
    pub pin: Pin,
}

impl DialIn {
    /// The line that is copied: `Tél. : +33 1 23 45 67 89 – PIN : 123 456 789 #`, with ordinary
    /// spaces, so that it survives every mail program.
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
