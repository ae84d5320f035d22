//! What is going on right now, pushed to the page of a person who is signed in.

use serde::{Deserialize, Serialize};

use crate::room::RoomId;

/// The person's rooms whose meeting runs. Sent whole whenever something in it changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Live {
    /// The rooms whose meeting runs, and no others.
    pub rooms: Vec<LiveRoom>,
    /// What is going on in the whole instance, where it wants that told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<Activity>,
}

/// A room whose meeting runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LiveRoom {
    /// The room.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Uuid))]
    pub id: RoomId,
    /// How many people are in.
    pub people: u32,
}

/// What is going on in the whole instance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Activity {
    /// How many meetings run.
    pub meetings: u32,
    /// How many people are in them.
    pub people: u32,
}
