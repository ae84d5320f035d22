//! The sort order of a person's list of rooms, which the backend stores.
//! [`Room::compare`](crate::room::Room::compare) applies it.

use serde::{Deserialize, Serialize};

/// What rooms are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoomSort {
    /// The last meeting, else the creation; newest first.
    #[default]
    Date,
    /// The name, as a French dictionary has it, numbers by their value; A first.
    Name,
    /// The star: starred rooms first, each kind by date.
    Favourites,
}

/// An order and its direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RoomOrder {
    /// What rooms are sorted by.
    pub by: RoomSort,
    /// Whether what would come first comes last.
    #[serde(default)]
    pub reversed: bool,
}
