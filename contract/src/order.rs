//! The sort order of a person's list of rooms, which the backend stores.
//! [`SortKeys::compare`](crate::room::SortKeys::compare) applies it.

use serde::{Deserialize, Serialize};

/// The sort key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoomSort {
    /// By the start of the last meeting, or the creation of a room that has had none; newest first.
    #[default]
    Date,
    /// By name, in French dictionary order with numbers by value; ascending.
    Name,
    /// Starred rooms first, each group by date.
    Favourites,
}

/// A sort key and a direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RoomOrder {
    /// The sort key.
    pub by: RoomSort,
    /// Whether the order is reversed.
    #[serde(default)]
    pub reversed: bool,
}
