//! Waiting for a meeting to start.

use serde::{Deserialize, Serialize};

/// Whether someone who waits may knock. The secret of the link is asked for again then: a ticket
/// alone opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// The meeting has not started.
    Closed,
    /// It has, or there is something else to learn by entering: the link was renewed, the room
    /// deleted.
    Open,
}

/// The answer to whoever asks once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Waiting {
    /// Whether to enter now.
    pub door: Door,
}
