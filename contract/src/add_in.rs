//! What add-ins of mail programs receive. The names are those of the service that add-ins were written for first.

use serde::{Deserialize, Serialize};

use crate::code::{ConnectionCode, Pin};

/// A meeting that a mail can invite to.
// No `Debug`: capability links must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddInMeeting {
    /// The name.
    pub name: String,
    /// The link that gives moderator rights.
    pub moderator_url: String,
    /// The link that gives restricted rights.
    pub attendee_url: String,
    /// The connection code, nine digits; gives moderator rights.
    pub visio_code: ConnectionCode,
    /// Whether the person is a delegate of the room, and not its owner; in the list of rooms alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegate: Option<bool>,
    /// The telephone number; absent if the instance has none, and where each meeting has a PIN of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// The PIN to type after the number, with which it comes.
    #[serde(rename = "PIN", default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Pin>,
    /// The address for video terminals (SIP), `<code>@<host>`; absent if the instance has no gateway.
    #[serde(
        rename = "SIPMediaGW_url",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub sip: Option<String>,
}

/// The permanent rooms of a person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddInMeetings {
    /// Own rooms, then those of which the person is a delegate, if the instance lets delegates invite.
    pub meetings: Vec<AddInMeeting>,
}

/// The room of a person that is in no list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShadowMeeting {
    /// The one.
    #[serde(rename = "shadow-meeting")]
    pub meetings: Vec<AddInMeeting>,
}

/// A new room for one invitation, which is in no list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HiddenMeeting {
    /// The one.
    #[serde(rename = "hidden-meeting")]
    pub meetings: Vec<AddInMeeting>,
}
