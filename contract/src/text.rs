//! One line of text that a person typed: trimmed, bounded, without control characters.

use serde::{Deserialize, Serialize};

/// Why a line of text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TextError {
    /// Nothing is left after trimming.
    #[error("must not be empty")]
    Empty,
    /// More characters (Unicode scalar values) than allowed.
    #[error("is too long")]
    TooLong,
    /// A control character, or one that reverses the direction of what follows it, which is used
    /// to make a name look like another.
    #[error("must not contain control characters")]
    ControlCharacter,
}

/// Trims `input` and checks that 1 to `max` characters remain, none of them a control character.
///
/// # Errors
///
/// The first of [`TextError::Empty`], [`TextError::ControlCharacter`] and [`TextError::TooLong`]
/// that applies.
pub fn line(input: &str, max: usize) -> Result<String, TextError> {
    let trimmed = input.trim();
    if trimmed.is_empty() {
        return Err(TextError::Empty);
    }
    if trimmed
        .chars()
        .any(|c| c.is_control() || is_direction_control(c))
    {
        return Err(TextError::ControlCharacter);
    }
    if trimmed.chars().count() > max {
        return Err(TextError::TooLong);
    }
    Ok(trimmed.to_owned())
}

/// Trims `input`, makes every end of line `\n` and checks that at most `max` characters remain, none
/// of them another control character. Nothing may remain.
///
/// # Errors
///
/// [`TextError::ControlCharacter`] or [`TextError::TooLong`].
pub fn paragraphs(input: &str, max: usize) -> Result<String, TextError> {
    let text = input.replace("\r\n", "\n").replace(['\r', '\t'], " ");
    let trimmed = text.trim();
    if trimmed
        .chars()
        .any(|c| c != '\n' && (c.is_control() || is_direction_control(c)))
    {
        return Err(TextError::ControlCharacter);
    }
    if trimmed.chars().count() > max {
        return Err(TextError::TooLong);
    }
    Ok(trimmed.to_owned())
}

/// The embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9), and the
/// line and paragraph separators, which a browser treats as ends of line.
fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A newtype around a line of at most `$max` characters.
macro_rules! line_type {
    ($(#[$doc:meta])* $name:ident, $max:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The most characters allowed, after trimming.
            pub const MAX: usize = $max;

            /// Reads what a person typed.
            ///
            /// # Errors
            ///
            /// A [`TextError`](crate::text::TextError) that tells what to correct.
            pub fn parse(input: &str) -> Result<Self, crate::text::TextError> {
                crate::text::line(input, Self::MAX).map(Self)
            }

            /// The text, trimmed.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::text::TextError;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }
    };
}
pub(crate) use line_type;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_trimmed() {
        assert_eq!(line("  Conseil\u{a0}", 150).as_deref(), Ok("Conseil"));
    }

    #[test]
    fn nothing_but_white_space_is_empty() {
        assert_eq!(line(" \t\u{a0}\n", 150), Err(TextError::Empty));
    }

    #[test]
    fn length_counts_characters_and_not_bytes() {
        assert!(line(&"é".repeat(150), 150).is_ok());
        assert_eq!(line(&"é".repeat(151), 150), Err(TextError::TooLong));
    }

    #[test]
    fn a_name_cannot_turn_the_direction_of_the_page() {
        assert_eq!(line("a\u{202e}b", 150), Err(TextError::ControlCharacter));
    }

    proptest! {
        #[test]
        fn what_is_accepted_is_a_fixed_point(input in any::<String>()) {
            if let Ok(once) = line(&input, 150) {
                prop_assert_eq!(line(&once, 150), Ok(once.clone()));
                prop_assert!((1..=150).contains(&once.chars().count()));
                prop_assert!(!once.chars().any(char::is_control));
            }
        }

        #[test]
        fn a_control_character_inside_is_always_refused(
            before in "[a-z]{1,10}", control in "[\\x00-\\x1f\\x7f-\\x9f]", after in "[a-z]{1,10}",
        ) {
            prop_assert_eq!(line(&format!("{before}{control}{after}"), 150), Err(TextError::ControlCharacter));
        }
    }
}
