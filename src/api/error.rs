//! The one error of a call to the backend.

use parvis_contract::problem::{Problem, ProblemKind};

use crate::i18n::Texts;
use crate::i18n::problems::ProblemTexts;

/// Why a call to the backend brought no answer that is of use.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// The backend says what is wrong.
    #[error("{}", .0.title)]
    Problem(Box<Problem>),
    /// No answer came in time.
    #[error("the backend takes too long")]
    Slow,
    /// No answer came: no network, a name that does not resolve, a refusal on the way.
    #[error("the backend cannot be reached")]
    Unreachable,
    /// An answer that the app cannot read.
    #[error("the backend's answer cannot be read")]
    Unexpected,
}

impl ApiError {
    /// The kind of problem, where the backend named one.
    pub fn kind(&self) -> Option<ProblemKind> {
        match self {
            Self::Problem(problem) => Some(problem.kind),
            Self::Slow | Self::Unreachable | Self::Unexpected => None,
        }
    }

    /// Whether the room itself is what is missing, so that asking again brings nothing.
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

    /// What happened and what to do next.
    pub fn sentence(&self, texts: Texts) -> String {
        match self {
            Self::Problem(problem) => ProblemTexts::beside(texts).sentence(problem),
            Self::Slow => texts.too_slow().to_owned(),
            Self::Unreachable => texts.unreachable().to_owned(),
            Self::Unexpected => texts.unexpected().to_owned(),
        }
    }
}
