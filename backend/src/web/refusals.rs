//! What people are told of the errors of parts that know nothing of HTTP.

use std::sync::Arc;

use parvis_contract::problem::ProblemKind;
use sea_orm::DbErr;

use super::problem::Refusal;
use crate::conference::{ConferenceError, MessageKey};
use crate::storage::Failure;

/// The person reads that there is no room left, that the service is unavailable or that it failed; the log
/// says why.
impl From<DbErr> for Refusal {
    fn from(error: DbErr) -> Self {
        let kind = match Failure::of(&error) {
            Failure::Full => ProblemKind::StorageFull,
            Failure::Busy => ProblemKind::Unavailable,
            Failure::Defect => ProblemKind::Internal,
        };
        Self::new(kind).cause(&error)
    }
}

impl From<ConferenceError> for Refusal {
    fn from(error: ConferenceError) -> Self {
        Self::from(&error)
    }
}

impl From<Arc<ConferenceError>> for Refusal {
    fn from(error: Arc<ConferenceError>) -> Self {
        Self::from(&*error)
    }
}

impl From<&ConferenceError> for Refusal {
    fn from(error: &ConferenceError) -> Self {
        let kind = match error {
            ConferenceError::Unreachable(_) | ConferenceError::Status(500..) => {
                ProblemKind::ConferenceUnreachable
            }
            ConferenceError::Slow => ProblemKind::ConferenceSlow,
            ConferenceError::Refused(MessageKey::NonUniqueVoiceBridge) => ProblemKind::PinTaken,
            ConferenceError::Status(_)
            | ConferenceError::Unreadable(_)
            | ConferenceError::Refused(_) => ProblemKind::ConferenceRefused,
        };
        Self::new(kind).cause(error)
    }
}
