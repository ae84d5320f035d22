//! Running meetings and new recordings, as server-sent events for signed-in people.

use serde::{Deserialize, Serialize};

use crate::room::RoomId;

/// The running meetings and the new recordings of the person's rooms, own and delegated ones. Every change sends
/// everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Live {
    /// The rooms with a running meeting.
    pub rooms: Vec<LiveRoom>,
    /// The rooms with a recording that became ready after the person last looked at the room's recordings.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, format = Uuid))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub new_recordings: Vec<RoomId>,
    /// When the last of these recordings became ready, in milliseconds since 1970-01-01T00:00:00Z by the backend's clocks:
    /// it changes with each further recording of a room that is named already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_recordings_as_of: Option<i64>,
    /// A digest of the delegations that concern the person: their own, and those of their own rooms. When it
    /// changes, the list of rooms may have changed. Empty without delegations.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rooms_version: String,
    /// The activity of the whole instance, if the instance is set up to show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<Activity>,
}

/// A room with a running meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LiveRoom {
    /// The room.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Uuid))]
    pub id: RoomId,
    /// The number of participants.
    pub people: u32,
}

/// The activity of the whole instance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Activity {
    /// The number of running meetings.
    pub meetings: u32,
    /// The number of participants of all meetings.
    pub people: u32,
}
