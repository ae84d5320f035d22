//! Conversion of errors of modules without HTTP into refusals.

use std::sync::Arc;

use parvis_contract::problem::ProblemKind;
use sea_orm::DbErr;

use super::problem::Refusal;
use crate::code_attempts::{Exhausted, Scope};
use crate::code_entry::EntryError;
use crate::conference::{ConferenceError, MessageKey};
use crate::files::{FileError, ObjectError};
use crate::history::EndReportError;
use crate::link_resolver::LinkError;
use crate::meetings::MeetingError;
use crate::recordings::{RecordingError, ReportError};
use crate::storage::Failure;
use crate::storage::daily_counts::DailyLimit;
use crate::streams::StreamLimit;

/// After how many seconds a stream may be opened where there were too many.
const STREAM_RETRY: u64 = 60;

/// The log has the cause; the person learns that the storage is full, or the service unavailable or defective.
impl From<DbErr> for Refusal {
    fn from(error: DbErr) -> Self {
        Self::from(&error)
    }
}

impl From<&DbErr> for Refusal {
    fn from(error: &DbErr) -> Self {
        let kind = match Failure::of(error) {
            Failure::Full => ProblemKind::StorageFull,
            Failure::Busy => ProblemKind::Unavailable,
            Failure::Defect => ProblemKind::Internal,
        };
        Self::new(kind).cause(error)
    }
}

impl From<DailyLimit> for Refusal {
    fn from(limit: DailyLimit) -> Self {
        Self::new(ProblemKind::DailyLimit).retry_after(limit.retry_after)
    }
}

/// Clients ask now and then instead.
impl From<StreamLimit> for Refusal {
    fn from(error: StreamLimit) -> Self {
        Self::new(ProblemKind::Unavailable)
            .detail(error.to_string())
            .retry_after(STREAM_RETRY)
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

impl From<MeetingError> for Refusal {
    fn from(error: MeetingError) -> Self {
        match error {
            MeetingError::RoomDeleted => Self::new(ProblemKind::RoomDeleted),
            MeetingError::Over => Self::new(ProblemKind::MeetingOver),
            MeetingError::NoTelephone => Self::new(ProblemKind::NotFound),
            MeetingError::NotRunning => Self::new(ProblemKind::MeetingNotRunning),
            MeetingError::File(error) => error.into(),
            MeetingError::Conference(error) => error.into(),
            MeetingError::Db(error) => error.into(),
            MeetingError::NoKey => Self::new(ProblemKind::Internal).cause(&error),
        }
    }
}

impl From<RecordingError> for Refusal {
    fn from(error: RecordingError) -> Self {
        match error {
            RecordingError::NotFound => Self::new(ProblemKind::RecordingNotFound),
            RecordingError::RestorationOver => Self::new(ProblemKind::RestorationOver),
            RecordingError::ProtectionUnavailable => Self::new(ProblemKind::ProtectionUnavailable),
            RecordingError::Conference(error) => error.into(),
            RecordingError::Db(error) => error.into(),
        }
    }
}

impl From<FileError> for Refusal {
    fn from(error: FileError) -> Self {
        match error {
            FileError::NoAccess => Self::new(ProblemKind::RoomNotFound),
            FileError::NotFound => Self::new(ProblemKind::FileNotFound),
            FileError::Offset(received) => Self::new(ProblemKind::UploadOffset).received(received),
            FileError::Limit(limit) => Self::new(ProblemKind::FileLimit).limit(limit),
            FileError::TooLarge(limit) => Self::new(ProblemKind::FileTooLarge).limit(limit),
            FileError::TypeRefused => Self::new(ProblemKind::FileTypeRefused),
            FileError::OtherUpload => Self::new(ProblemKind::IdempotencyKeyReused),
            FileError::NoKey => Self::new(ProblemKind::Internal).cause(&error),
            FileError::Object(ObjectError::Full(_)) => {
                Self::new(ProblemKind::StorageFull).cause(&error)
            }
            FileError::Object(ObjectError::Failed(_)) => {
                Self::new(ProblemKind::Unavailable).cause(&error)
            }
            FileError::Db(error) => error.into(),
        }
    }
}

impl From<ReportError> for Refusal {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Unsigned(_) => Self::new(ProblemKind::TokenRefused),
            ReportError::NoRoom => Self::new(ProblemKind::RoomDeleted),
            ReportError::Db(error) => error.into(),
        }
    }
}

impl From<EndReportError> for Refusal {
    fn from(error: EndReportError) -> Self {
        match error {
            EndReportError::Unsigned => Self::new(ProblemKind::TokenRefused),
            EndReportError::Running => Self::new(ProblemKind::MeetingRunning),
            EndReportError::Overloaded => Self::new(ProblemKind::Unavailable).cause(&error),
            EndReportError::Conference(error) => error.into(),
            EndReportError::Db(error) => error.into(),
        }
    }
}

impl From<LinkError> for Refusal {
    fn from(error: LinkError) -> Self {
        Self::new(match error {
            LinkError::Unknown => ProblemKind::LinkUnknown,
            LinkError::Renewed => ProblemKind::LinkRenewed,
            LinkError::RoomDeleted => ProblemKind::RoomDeleted,
            LinkError::MeetingOver => ProblemKind::MeetingOver,
            LinkError::Db(error) => return error.into(),
        })
    }
}

impl From<EntryError> for Refusal {
    fn from(error: EntryError) -> Self {
        match error {
            EntryError::Unknown => Self::new(ProblemKind::CodeUnknown),
            EntryError::Exhausted(Exhausted { scope, retry_after }) => {
                let kind = match scope {
                    Scope::Instance => ProblemKind::CodesSuspended,
                    _ => ProblemKind::TooManyCodes,
                };
                Self::new(kind).retry_after(retry_after)
            }
            EntryError::ProofRequired(challenge) => {
                Self::new(ProblemKind::ProofRequired).challenge(challenge)
            }
            EntryError::Challenge(_) | EntryError::Task(_) => {
                Self::new(ProblemKind::Internal).cause(&error)
            }
            EntryError::Db(error) => error.into(),
        }
    }
}
