//! Validation errors of single fields.

use serde::{Deserialize, Serialize};

use crate::text::TextError;

/// Why a field is invalid.
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
    /// A number outside its range.
    OutOfRange,
    /// Not nine digits.
    NotACode,
    /// Not an `https:` address.
    NotHttps,
    /// See [`EmailError::NotAnEmail`](crate::email::EmailError::NotAnEmail).
    NotAnEmail,
    /// The person's own address.
    OwnAddress,
}

impl FieldReason {
    /// A short English description.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Empty => "must not be empty",
            Self::TooLong => "is too long",
            Self::ControlCharacter => "must not contain control characters",
            Self::OutOfRange => "is out of range",
            Self::NotACode => "must be nine digits",
            Self::NotHttps => "must be an https: address",
            Self::NotAnEmail => "must be an e-mail address",
            Self::OwnAddress => "must be the address of somebody else",
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

/// A field that is invalid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// The field's name in the request.
    pub field: String,
    /// The reason.
    pub reason: FieldReason,
}
