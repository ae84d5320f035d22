//! The history of a room: its past meetings and the running one, without names of people.

use serde::{Deserialize, Serialize};

use crate::timestamp::Timestamp;

/// The largest number of meetings that a [`MeetingHistory`] lists.
pub const MOST_LISTED: u64 = 500;

/// A meeting of a permanent room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PastMeeting {
    /// When it was started.
    pub started_at: Timestamp,
    /// When it ended; absent while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// Its length in whole minutes, 0 for less than one; absent while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u64>,
    /// The largest number of people seen in it at once; absent if nobody was seen. It is looked at every now and then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_people: Option<u32>,
}

/// The meetings of a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeetingHistory {
    /// The name of the room.
    pub room_name: String,
    /// How many days after its start a meeting is forgotten; 0 if the instance keeps none.
    pub kept_days: u64,
    /// How many meetings are kept in all.
    pub count: u64,
    /// The newest of them, at most [`MOST_LISTED`], the newest first.
    pub items: Vec<PastMeeting>,
}
