//! Entering a meeting with a link.

use serde::{Deserialize, Serialize};

use crate::role::{LinkKind, Role};
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

/// Where a link leads, and as whom the asker would enter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResolvedLink {
    /// The meeting's name. Absent for an authenticated link while nobody is signed in: it is not
    /// told to strangers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room_name: Option<String>,
    /// What kind of link it is.
    pub kind: LinkKind,
    /// The rights that the asker would have: the link's, or the owner's.
    pub role: Role,
    /// Whether the asker is signed in as the room's owner.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_owner: bool,
    /// The name that the attendees' identity provider vouches for, where the link asks for it and
    /// somebody is signed in there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vouched_name: Option<String>,
}

line_type! {
    /// What a person who enters by an authenticated link adds to the name of the account, such as a
    /// class: 1 to 30 characters after trimming.
    NameSuffix, 30
}

/// The wish to enter.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// The link's secret.
    pub secret: String,
    /// What the person typed as a name; [`ParticipantName::parse`] says whether it will do. For an
    /// authenticated link: what to add to the account's name, which may be nothing
    /// ([`NameSuffix::parse`] otherwise).
    pub name: String,
}

/// What became of the wish to enter: `{"joined": {"url": …}}` or `{"waiting": {"ticket": …}}`.
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
    Waiting {
        /// What to wait with, at `/attente/{ticket}`. It opens nothing by itself.
        ticket: String,
    },
}
