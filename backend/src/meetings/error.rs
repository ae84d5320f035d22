//! What goes wrong with a room's meeting.

use std::sync::Arc;

use sea_orm::DbErr;

use crate::conference::ConferenceError;

/// Why a room's meeting, or its invitation, cannot be had.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MeetingError {
    /// The room was deleted while it was being read.
    #[error("the room is deleted")]
    RoomDeleted,
    /// The room of the meeting is no more.
    #[error("the meeting is over")]
    Over,
    /// The instance has no telephone, so its rooms have no PIN.
    #[error("there is no telephone")]
    NoTelephone,
    /// The conference server.
    #[error(transparent)]
    Conference(Arc<ConferenceError>),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// There is no key to sign with.
    #[error("there is no key to sign with")]
    NoKey,
}

impl From<ConferenceError> for MeetingError {
    fn from(error: ConferenceError) -> Self {
        Self::Conference(Arc::new(error))
    }
}

impl From<Arc<ConferenceError>> for MeetingError {
    fn from(error: Arc<ConferenceError>) -> Self {
        Self::Conference(error)
    }
}
