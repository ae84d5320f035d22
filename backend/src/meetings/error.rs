//! Errors about a room's meeting or invitation.

use std::sync::Arc;

use sea_orm::DbErr;

use crate::conference::ConferenceError;
use crate::files::FileError;

/// An error about a room's meeting or invitation.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MeetingError {
    /// The room was deleted concurrently.
    #[error("the room is deleted")]
    RoomDeleted,
    /// The temporary meeting has ended.
    #[error("the meeting is over")]
    Over,
    /// The instance has no telephone, so rooms have no PIN.
    #[error("there is no telephone")]
    NoTelephone,
    /// The room's meeting does not run.
    #[error("the meeting does not run")]
    NotRunning,
    /// A file cannot be given to the meeting.
    #[error(transparent)]
    File(#[from] FileError),
    /// The conference server failed.
    #[error(transparent)]
    Conference(Arc<ConferenceError>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// There is no signing key.
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
