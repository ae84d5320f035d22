//! Waiting for a meeting to start: the meeting's status.

use serde::{Deserialize, Serialize};

/// Whether somebody who waits may try to join. Joining requires the link's secret again: a waiting ticket does
/// not give access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MeetingStatus {
    /// The meeting does not run.
    Closed,
    /// The meeting runs, or joining fails with a reason to show: the link was renewed, or the room deleted.
    Open,
}

/// The response to a single request, without a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Waiting {
    /// Whether to try to join now.
    pub door: MeetingStatus,
}
