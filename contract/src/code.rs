//! Connection codes: nine digits, displayed as 3+3+3. The submodule has the telephone PINs.

mod pin;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use pin::{Pin, PinError};

/// A text is not a connection code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// A character that is neither a digit nor a separator.
    #[error("must contain digits only")]
    NotADigit,
    /// Fewer or more than nine digits.
    #[error("must contain exactly nine digits")]
    Length,
}

/// How many digits a code has.
pub const DIGITS: usize = 9;

/// The numbers that are written with [`DIGITS`] digits and no leading zero.
const NUMBERS: std::ops::RangeInclusive<i32> = 100_000_000..=999_999_999;

/// Parses nine digits as people write them: plain, or with spaces, dots, hyphens, slashes or underscores
/// before, between and after.
fn parse_digits(input: &str) -> Result<[u8; DIGITS], CodeError> {
    let mut digits = [0; DIGITS];
    let mut count = 0;
    for c in input.chars() {
        if c.is_ascii_digit() {
            if count == DIGITS {
                return Err(CodeError::Length);
            }
            // An ASCII digit is one byte.
            digits[count] = c as u8;
            count += 1;
        } else if !is_separator(c) {
            return Err(CodeError::NotADigit);
        }
    }
    if count == DIGITS {
        Ok(digits)
    } else {
        Err(CodeError::Length)
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | '-' | '/' | '_' | '\u{2010}'..='\u{2015}' | '\u{200b}' | '\u{feff}'
        )
}

/// A room's connection code. Typed on the home page, it gives moderator rights. In JSON and when copied: nine
/// plain digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ConnectionCode([u8; DIGITS]);

impl ConnectionCode {
    /// Parses nine digits, with or without separators.
    ///
    /// # Errors
    ///
    /// [`CodeError`] when there is another character, or another number of digits.
    pub fn parse(input: &str) -> Result<Self, CodeError> {
        parse_digits(input).map(Self)
    }

    /// The code that is written as `number`, the form in which a database stores it.
    ///
    /// # Errors
    ///
    /// [`CodeError::Length`] when `number` is not written with nine digits.
    pub fn from_number(number: i32) -> Result<Self, CodeError> {
        if !NUMBERS.contains(&number) {
            return Err(CodeError::Length);
        }
        Self::parse(&number.to_string())
    }

    /// The code as a number. [`from_number`](Self::from_number) restores it, except for a code with a
    /// leading zero, which no room has.
    #[must_use]
    pub fn number(&self) -> i32 {
        let append = |number: i32, digit: &u8| number * 10 + i32::from(digit - b'0');
        self.0.iter().fold(0, append)
    }

    /// The nine digits in three groups, with `separator` between them.
    #[must_use]
    pub fn grouped(&self, separator: char) -> String {
        let mut text = String::with_capacity(DIGITS + 2 * separator.len_utf8());
        for (index, digit) in self.0.iter().enumerate() {
            if index > 0 && index % 3 == 0 {
                text.push(separator);
            }
            text.push(char::from(*digit));
        }
        text
    }
}

impl fmt::Display for ConnectionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|digit| fmt::Write::write_char(f, char::from(*digit)))
    }
}

// Not derived: a code gives access, so it must not be logged.
impl fmt::Debug for ConnectionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConnectionCode(…)")
    }
}

impl TryFrom<String> for ConnectionCode {
    type Error = CodeError;
    fn try_from(text: String) -> Result<Self, CodeError> {
        Self::parse(&text)
    }
}

impl From<ConnectionCode> for String {
    fn from(code: ConnectionCode) -> Self {
        code.to_string()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for ConnectionCode {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[0-9]{9}$"))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for ConnectionCode {}

/// A connection code as typed.
// No `Debug`: codes must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EnterCode {
    /// The text, parsed by [`ConnectionCode::parse`].
    pub code: String,
    /// The solution of the proof-of-work challenge of the last response, as JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
}

/// The response to a correct code.
// No `Debug`: the secret gives access.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeEntrance {
    /// The fragment of `/rejoindre/moderateur`, valid as long as the code.
    pub secret: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(input: &str, expect: Result<&str, CodeError>) {
        let got = ConnectionCode::parse(input).map(|code| code.to_string());
        assert_eq!(got.as_deref().map_err(|error| *error), expect, "{input:?}");
    }

    #[test]
    fn nine_digits_are_read_in_every_form_that_people_write() {
        check("411464571", Ok("411464571"));
        check("411 464 571", Ok("411464571"));
        check(" 411\u{a0}464\u{202f}571\n", Ok("411464571"));
        check("411-464-571", Ok("411464571"));
        check("411.464/571", Ok("411464571"));
    }

    #[test]
    fn anything_else_is_refused() {
        check("", Err(CodeError::Length));
        check("41146457", Err(CodeError::Length));
        check("4114645712", Err(CodeError::Length));
        check("41146457a", Err(CodeError::NotADigit));
        check("٤١١٤٦٤٥٧١", Err(CodeError::NotADigit));
    }

    #[test]
    fn a_number_without_nine_digits_is_no_code() {
        for number in [
            i32::MIN,
            -123_456_789,
            0,
            99_999_999,
            1_000_000_000,
            i32::MAX,
        ] {
            assert_eq!(ConnectionCode::from_number(number), Err(CodeError::Length));
        }
    }

    #[test]
    fn a_code_with_a_leading_zero_has_a_number_that_is_no_code() {
        let code = ConnectionCode::parse("012345678").expect("nine digits");
        assert_eq!(code.number(), 12_345_678);
        assert!(ConnectionCode::from_number(code.number()).is_err());
    }

    #[test]
    fn a_code_does_not_show_itself_in_debug_output() {
        let code = ConnectionCode::parse("411464571").expect("nine digits");
        assert!(!format!("{code:?}").contains("411"));
    }

    proptest! {
        #[test]
        fn every_grouping_reads_back(digits in "[0-9]{9}", separator in "[ .\u{a0}/_-]") {
            let code = ConnectionCode::parse(&digits).expect("nine digits");
            let separator = separator.chars().next().expect("one character");
            prop_assert_eq!(ConnectionCode::parse(&code.grouped(separator)), Ok(code));
            prop_assert_eq!(code.to_string(), digits);
        }

        #[test]
        fn the_wire_form_is_nine_plain_digits(digits in "[0-9]{9}") {
            let code = ConnectionCode::parse(&digits).expect("nine digits");
            let json = serde_json::to_string(&code).expect("serialises");
            prop_assert_eq!(&json, &format!("\"{digits}\""));
            prop_assert_eq!(serde_json::from_str::<ConnectionCode>(&json).expect("reads back"), code);
        }

        #[test]
        fn a_number_of_nine_digits_is_restored(number in NUMBERS) {
            let code = ConnectionCode::from_number(number).expect("nine digits");
            prop_assert_eq!(code.number(), number);
            prop_assert_eq!(code.to_string(), number.to_string());
        }

        #[test]
        fn any_text_is_read_or_refused_without_panic(input in any::<String>()) {
            let digits = input.chars().filter(char::is_ascii_digit).count();
            prop_assert!(ConnectionCode::parse(&input).is_err() || digits == DIGITS);
        }
    }
}
