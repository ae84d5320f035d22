//! What an instance of the service tells everyone about itself.

use serde::{Deserialize, Serialize};

/// The public configuration of an instance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Instance {
    /// The service's name, for example `Visio-Agents`.
    pub service_name: String,
    /// A line under the name; may be empty.
    pub tagline: String,
    /// The look.
    pub theme: Theme,
    /// The lines of the state's block-mark, where the look is the state's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mark: Vec<String>,
    /// The address of an image that stands before the name; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// The name of the identity provider of agents.
    pub agents_provider: String,
    /// The name of the identity provider of attendees, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendees_provider: Option<String>,
    /// What people call an account there, where it is not called by the provider's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendees_account: Option<String>,
    /// Whether the connection code still bears its "NOUVEAU" badge.
    pub code_is_new: bool,
    /// Whether meetings can be joined by telephone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_telephone: bool,
    /// Whether people who are signed in are told how many meetings are on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shows_activity: bool,
    /// How many rooms a person may have.
    pub max_rooms: u64,
    /// Addresses outside the app.
    pub links: Links,
}

/// The look of an instance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// No state marks, for anyone.
    #[default]
    Neutral,
    /// The French state's block-mark; only services of the state may use it.
    State,
}

/// Addresses that the header, the footer and the dialogs lead to: those that the instance has.
// A list and not a field each, which would cost every browser a kilobyte of parsing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Links(pub Vec<Link>);

/// What an address is for, and the address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Link(pub LinkName, pub String);

/// What an address outside the app is for.
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
    /// Contact: an address on the web, or `mailto:`.
    Contact,
    /// What a moderator may do.
    ModeratorRights,
    /// What a participant may do.
    AttendeeRights,
    /// How to open a temporary meeting.
    TemporaryMeeting,
    /// How to sign in.
    SigningIn,
}

impl Links {
    /// The address for `name`, where the instance has one.
    #[must_use]
    pub fn get(&self, name: LinkName) -> Option<String> {
        let link = self.0.iter().find(|link| link.0 == name);
        link.map(|link| link.1.clone())
    }
}
