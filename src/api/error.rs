//! The error type of calls to the backend.

use parvis_contract::field::FieldReason;
use parvis_contract::problem::{Problem, ProblemKind};

use crate::i18n::Texts;
use crate::i18n::problems::ProblemTexts;

/// Why a call to the backend failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// The backend returned a problem.
    #[error("{}", .0.title)]
    Problem(Box<Problem>),
    /// No response came within the timeout.
    #[error("the backend takes too long")]
    Slow,
    /// No response came: no network, a name that does not resolve, a connection that is refused or blocked.
    #[error("the backend cannot be reached")]
    Unreachable,
    /// A proxy before the backend answered that it cannot reach it, as while the backend restarts.
    #[error("the backend cannot be reached by its proxy")]
    Unavailable,
    /// A response that the app cannot parse.
    #[error("the backend's answer cannot be read")]
    Unexpected,
}

impl ApiError {
    /// The kind of problem, if the backend returned one.
    pub fn kind(&self) -> Option<ProblemKind> {
        match self {
            Self::Problem(problem) => Some(problem.kind),
            Self::Slow | Self::Unreachable | Self::Unavailable | Self::Unexpected => None,
        }
    }

    /// Whether the room itself is missing, so that a retry cannot help.
    pub fn is_about_the_room(&self) -> bool {
        matches!(
            self.kind(),
            Some(
                ProblemKind::RoomNotFound
                    | ProblemKind::DeletedByYou
                    | ProblemKind::RestorationOver
            )
        )
    }

    /// Why a field is refused, if it is.
    pub fn field_reason(&self, field: &str) -> Option<FieldReason> {
        let Self::Problem(problem) = self else {
            return None;
        };
        let error = problem.errors.iter().find(|error| error.field == field);
        error.map(|error| error.reason)
    }

    /// The message for the person: what happened and what to do next.
    pub fn message(&self, texts: Texts) -> String {
        match self {
            Self::Problem(problem) => ProblemTexts::from_shared(texts).message(problem),
            Self::Slow => texts.too_slow().to_owned(),
            Self::Unreachable => texts.unreachable().to_owned(),
            Self::Unavailable => ProblemTexts::from_shared(texts).unavailable().to_owned(),
            Self::Unexpected => texts.unexpected().to_owned(),
        }
    }
}
