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
    /// The name of the identity provider of agents.
    pub agents_provider: String,
    /// The name of the identity provider of attendees, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendees_provider: Option<String>,
    /// Whether the connection code still bears its "NOUVEAU" badge.
    pub code_is_new: bool,
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

/// Addresses that the header, the footer and the dialogs lead to; each absent where the instance
/// has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Links {
    /// "Modalités d'accès".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<String>,
    /// "Documentation".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documentation: Option<String>,
    /// Source code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_code: Option<String>,
    /// "Accessibilité".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessibility: Option<String>,
    /// "Mentions légales".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_notice: Option<String>,
    /// "Données personnelles et cookies".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personal_data: Option<String>,
    /// "Conditions générales d'utilisation".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms_of_use: Option<String>,
    /// Contact: an address on the web, or `mailto:`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// What a moderator may do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moderator_rights: Option<String>,
    /// What a participant may do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attendee_rights: Option<String>,
    /// How to open a temporary meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporary_meeting: Option<String>,
    /// How to sign in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing_in: Option<String>,
}
