//! "Détails de la session": what a moderator passes on from within a running meeting, and how a page
//! that shows a meeting comes by it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::ConnectionCode;
use crate::invitation::DialIn;
use crate::role::Role;
use crate::timestamp::Timestamp;

/// What every moderator of a running meeting may pass on. The authenticated link is its owner's
/// alone, and not part of it.
// No `Debug`, as capability links never stand in logs.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionDetails {
    /// The connection code; gives moderator rights.
    pub code: ConnectionCode,
    /// The link that gives moderator rights.
    pub moderator_link: String,
    /// The link that gives restricted rights.
    pub attendee_link: String,
    /// How to join by telephone; absent where the instance has no number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dial_in: Option<DialIn>,
    /// What everybody reads on arrival, as the room has it now: plain text, lines kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub welcome: Option<String>,
    /// What moderators alone read, as the room has it now: plain text, lines kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moderators_message: Option<String>,
    /// When the token that was shown stops being taken; absent for one that ends with the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_expires_at: Option<Timestamp>,
}

/// A page's server asks for a token, for one person in one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionTokenRequest {
    /// The meeting, by the identifier that the conference server knows it by.
    pub meeting_id: Uuid,
    /// What the person may do in it.
    pub role: Role,
}

/// A token, for one meeting, one role and a short time.
// No `Debug`, as it opens what moderators alone may see.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionToken {
    /// What is shown as a bearer token.
    pub token: String,
    /// When it stops being taken.
    pub expires_at: Timestamp,
}
