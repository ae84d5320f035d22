//! Delegates of a room: colleagues whom its owner names, who start its meetings, change its options and handle its
//! recordings; and handing the room over to one of them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The identifier of a delegation (`UUIDv7`).
pub type DelegateId = Uuid;

/// The delegates of a room, in the order in which they were added. Only its owner receives them.
// No `Debug`: addresses and names must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DelegateList {
    /// The name of the room.
    pub room_name: String,
    /// The maximum number of delegates of a room.
    pub max: u64,
    /// The delegates.
    pub items: Vec<Delegate>,
}

/// A delegate. Until the person has opened the portal, nothing tells whether somebody has that address.
// No `Debug`: addresses and names must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Delegate {
    /// The identifier of the delegation.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Uuid))]
    pub id: DelegateId,
    /// The address as the owner typed it; empty for a former owner without a verified address.
    pub email: String,
    /// The person's name, once they are active.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether the person has opened the portal since they are a delegate.
    pub is_active: bool,
    /// Whether the owner offers the room to this delegate.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub handover_offered: bool,
}

/// A request to add a delegate.
// No `Debug`: addresses must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddDelegate {
    /// The e-mail address, validated by [`EmailAddress::parse`](crate::email::EmailAddress::parse).
    pub email: String,
}
