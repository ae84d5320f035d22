//! Session details ("Détails de la session"): the invitation data that moderators see within a running meeting,
//! and the tokens that give access to them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::ConnectionCode;
use crate::invitation::DialIn;
use crate::role::Role;
use crate::timestamp::Timestamp;

/// The data that every moderator of a running meeting may pass on. It excludes the authenticated link, which
/// only the owner gets.
// No `Debug`: capability links must not be logged.
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
    /// The room's current welcome text: plain text with line breaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub welcome: Option<String>,
    /// The room's current message for moderators: plain text with line breaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moderators_message: Option<String>,
    /// When the token of the request expires; absent for one that ends with the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_expires_at: Option<Timestamp>,
}

/// A token request, which the server of an embedding page makes for one person in one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionTokenRequest {
    /// The identifier of the meeting on the conference server.
    pub meeting_id: Uuid,
    /// The person's role in the meeting.
    pub role: Role,
}

/// A short-lived token for one meeting and one role.
// No `Debug`: it gives access to data for moderators.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionToken {
    /// The bearer token.
    pub token: String,
    /// When the token expires.
    pub expires_at: Timestamp,
}
