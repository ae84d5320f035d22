//! Bootstrap data: everything that the app needs for its first page.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::instance::Instance;
use crate::room::RoomPage;

/// How many rooms [`Bootstrap`] contains. The app requests the others after the first paint.
pub const FIRST_ROOMS: u64 = 100;

/// The signed-in account, the instance's configuration and the first rooms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bootstrap {
    /// The public configuration.
    pub instance: Instance,
    /// The signed-in account, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// Whether the request comes from a professional network of the state, whose security policy may block
    /// audio and video.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_professional_network: bool,
    /// The first rooms of the account; absent for visitors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rooms: Option<RoomPage>,
}
