//! The one answer that the app needs to be useful.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::instance::Instance;
use crate::room::RoomPage;

/// How many rooms come with [`Bootstrap`]; the rest follows after the first paint.
pub const FIRST_ROOMS: u64 = 100;

/// Who is signed in, what the instance is, and the first rooms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bootstrap {
    /// The public configuration.
    pub instance: Instance,
    /// Who is signed in, if anyone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// Whether the asker comes from a professional network of the state, whose security policy may
    /// keep audio and video out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_professional_network: bool,
    /// The person's first rooms; absent for a visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rooms: Option<RoomPage>,
}
