//! Joining a meeting with a link.

use serde::{Deserialize, Serialize};

use crate::role::{LinkKind, Role};
use crate::text::line_type;

line_type! {
    /// A participant's name: 1 to 100 characters after trimming, no control characters.
    ParticipantName, 100
}

/// A request for where a link leads. The secret is the fragment of the link's address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ResolveLink {
    /// The fragment, without its `#`.
    pub secret: String,
}

/// The room of a link, and the role in which the person would join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResolvedLink {
    /// The meeting's name. Absent for an authenticated link while nobody is signed in, so that strangers do not
    /// learn it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room_name: Option<String>,
    /// The kind of the link.
    pub kind: LinkKind,
    /// The role of the person: that of the link, or moderator for the owner and delegates.
    pub role: Role,
    /// Whether the person is signed in as the room's owner or a delegate, who join under their account's name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_owner: bool,
    /// The verified name from the attendees' identity provider, for an authenticated link and a person who is
    /// signed in there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vouched_name: Option<String>,
}

line_type! {
    /// The suffix to the account's name for an authenticated link, such as a class: 1 to 30 characters after
    /// trimming.
    NameSuffix, 30
}

/// A request to join.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// The link's secret.
    pub secret: String,
    /// The name that the person typed, validated by [`ParticipantName::parse`]. For an authenticated link: the
    /// suffix to the account's name, which may be empty, otherwise validated by [`NameSuffix::parse`].
    pub name: String,
}

/// The result of a request to join: `{"joined": {"url": …}}` or `{"waiting": {"ticket": …}}`.
// Externally tagged, as internal tagging costs the browser 3 kB of generic parsing. No `Debug`: the address
// gives access to the meeting.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum JoinOutcome {
    /// The meeting runs.
    Joined {
        /// The join address on the conference server, for this person and this session only.
        url: String,
    },
    /// An attendee joins before a moderator has started the meeting.
    Waiting {
        /// The ticket of the waiting page, `/attente/{ticket}`. It does not give access to the meeting.
        ticket: String,
    },
}
