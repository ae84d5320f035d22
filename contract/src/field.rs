//! A field that is refused, and why.

use serde::{Deserialize, Serialize};

use crate::text::TextError;

/// Why a field is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldReason {
    /// See [`TextError::Empty`].
    Empty,
    /// See [`TextError::TooLong`].
    TooLong,
    /// See [`TextError::ControlCharacter`].
    ControlCharacter,
    /// A number that is too small or too large.
    OutOfRange,
    /// Not nine digits.
    NotACode,
    /// An address that is not of the web, encrypted.
    NotHttps,
}

impl FieldReason {
    /// A few English words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Empty => "must not be empty",
            Self::TooLong => "is too long",
            Self::ControlCharacter => "must not contain control characters",
            Self::OutOfRange => "is out of range",
            Self::NotACode => "must be nine digits",
            Self::NotHttps => "must be an https: address",
        }
    }
}

impl From<TextError> for FieldReason {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Empty => Self::Empty,
            TextError::TooLong => Self::TooLong,
            TextError::ControlCharacter => Self::ControlCharacter,
        }
    }
}

/// One field that is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// The field's name in the request.
    pub field: String,
    /// What is wrong with it.
    pub reason: FieldReason,
}
