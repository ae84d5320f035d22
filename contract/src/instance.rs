//! The public configuration of an instance.

#[cfg(feature = "openapi")]
mod link_schema;

use serde::{Deserialize, Serialize};

/// The public configuration of an instance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own"
)]
pub struct Instance {
    /// The service's name, for example `Visio-Agents`.
    pub service_name: String,
    /// A line under the name; may be empty.
    pub tagline: String,
    /// The visual theme.
    pub theme: Theme,
    /// The lines of the state's block-mark, for [`Theme::State`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mark: Vec<String>,
    /// The address of an image before the service's name; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// The name of the agents' identity provider.
    pub agents_provider: String,
    /// The name of the attendees' identity provider, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendees_provider: Option<String>,
    /// What people call an account at the attendees' provider, if not by the provider's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendees_account: Option<String>,
    /// Whether the connection code has its "NOUVEAU" badge.
    pub code_is_new: bool,
    /// Whether meetings can be joined by telephone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_telephone: bool,
    /// Whether signed-in people see the number of running meetings.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shows_activity: bool,
    /// The maximum number of rooms of a person.
    pub max_rooms: u64,
    /// The maximum number of delegates of a room; 0 if the owners of rooms cannot name delegates.
    #[serde(default)]
    pub max_delegates: u64,
    /// Whether delegates see the invitation data of their rooms.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub delegates_invite: bool,
    /// Whether rooms keep files for their meetings.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_files: bool,
    /// Links to pages outside the app.
    pub links: Links,
}

/// The visual theme of an instance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Without the marks of the state.
    #[default]
    Neutral,
    /// With the French state's block-mark; only for services of the state.
    State,
}

/// The links of the header, the footer and the dialogs that the instance configures.
// A list instead of a field for each, which would cost every browser a kilobyte of parsing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Links(pub Vec<Link>);

/// A link's purpose and its address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link(pub LinkName, pub String);

/// The purpose of a link to a page outside the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkName {
    /// "Modalités d'accès".
    Access,
    /// "Documentation".
    Documentation,
    /// Source code.
    SourceCode,
    /// "Accessibilité".
    Accessibility,
    /// "Mentions légales".
    LegalNotice,
    /// "Données personnelles et cookies".
    PersonalData,
    /// "Conditions générales d'utilisation".
    TermsOfUse,
    /// Contact: a web address, or `mailto:`.
    Contact,
    /// The rights of moderators.
    ModeratorRights,
    /// The rights of participants.
    AttendeeRights,
    /// How to open a temporary meeting.
    TemporaryMeeting,
    /// How to sign in.
    SigningIn,
}

impl Links {
    /// The address for `name`, if the instance has one.
    #[must_use]
    pub fn get(&self, name: LinkName) -> Option<String> {
        let link = self.0.iter().find(|link| link.0 == name);
        link.map(|link| link.1.clone())
    }
}
