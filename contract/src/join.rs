//! Entering a meeting with a link.

use serde::{Deserialize, Serialize};

use crate::role::LinkKind;
use crate::text::line_type;

line_type! {
    /// The name under which a person enters a meeting: 1 to 100 characters after trimming, no
    /// control characters.
    ParticipantName, 100
}

/// A link's secret (the fragment of its address), sent to learn where it leads.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ResolveLink {
    /// The fragment, without its `#`.
    pub secret: String,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResolvedLink {
    /// The meeting's name.
    pub room_name: String,
    /// What kind of link it is.
    pub kind: LinkKind,
}

/// The wish to enter.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// The link's secret.
    pub secret: String,
    /// What the person typed as a name; [`ParticipantName::parse`] says whether it will do.
    pub name: String,
}

/// What became of the wish to enter: `{"joined": {"url": …}}` or `"not_started"`.
// Tagged from outside, as a tag inside costs the browser 3 kB of generic parsing. No `Debug`, as the
// address lets its holder in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum JoinOutcome {
    /// The way in is open.
    Joined {
        /// The address on the conference server, for this person and this session only.
        url: String,
    },
    /// An attendee came before a moderator has started the meeting.
    NotStarted,
}
