//! Telephone PINs (BigBlueButton's `voiceBridge`).

use std::fmt;

use serde::{Deserialize, Serialize};

/// The maximum number of digits.
const MOST_DIGITS: usize = 20;

/// A text is not a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be 1 to {MOST_DIGITS} digits")]
pub struct PinError;

/// The PIN that callers type to join a meeting (BigBlueButton's `voiceBridge`). A room's own PIN has nine
/// digits; a conference server may assign PINs of any length.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pin(String);

impl Pin {
    /// Parses a PIN: ASCII digits only.
    ///
    /// # Errors
    ///
    /// When the text is empty, longer than 20 digits, or has another character.
    pub fn parse(input: &str) -> Result<Self, PinError> {
        let is_pin = (1..=MOST_DIGITS).contains(&input.len())
            && input.bytes().all(|byte| byte.is_ascii_digit());
        is_pin.then(|| Self(input.to_owned())).ok_or(PinError)
    }

    /// The PIN that is written as `number`, the form in which a database stores a room's own.
    ///
    /// # Errors
    ///
    /// When `number` is negative.
    pub fn from_number(number: i32) -> Result<Self, PinError> {
        Self::parse(&number.to_string())
    }

    /// The PIN as a number that [`from_number`](Self::from_number) restores. `None` when it has a leading
    /// zero or is too large.
    #[must_use]
    pub fn number(&self) -> Option<i32> {
        let number = self.0.parse().ok()?;
        (Self::from_number(number).as_ref() == Ok(self)).then_some(number)
    }

    /// The plain digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits in groups of three from the right, as on the conference's page, with `separator` between
    /// them.
    #[must_use]
    pub fn grouped(&self, separator: char) -> String {
        let digits = self.0.len();
        let mut text = String::with_capacity(digits + digits / 3 * separator.len_utf8());
        for (index, digit) in self.0.chars().enumerate() {
            if index > 0 && (digits - index).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// Not derived: a PIN gives access, so it must not be logged.
impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

impl TryFrom<String> for Pin {
    type Error = PinError;
    fn try_from(text: String) -> Result<Self, PinError> {
        Self::parse(&text)
    }
}

impl From<Pin> for String {
    fn from(pin: Pin) -> Self {
        pin.0
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Pin {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[0-9]{1,20}$"))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Pin {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_shown_in_threes_from_the_right() {
        for (digits, shown) in [
            ("7", "7"),
            ("123", "123"),
            ("12345", "12 345"),
            ("0123456", "0 123 456"),
            ("123456789", "123 456 789"),
        ] {
            assert_eq!(Pin::parse(digits).expect("digits").grouped(' '), shown);
        }
    }

    #[test]
    fn anything_but_digits_is_no_pin() {
        for text in ["", " ", "12 345", "12345a", "٤١١", "123456789012345678901"] {
            assert_eq!(Pin::parse(text), Err(PinError), "{text:?}");
        }
    }

    #[test]
    fn a_pin_has_the_number_that_restores_it() {
        for (digits, number) in [
            ("123456789", Some(123_456_789)),
            ("0", Some(0)),
            ("7", Some(7)),
            ("012345678", None),
            ("00", None),
            ("2147483647", Some(i32::MAX)),
            ("2147483648", None),
            ("12345678901234567890", None),
        ] {
            let pin = Pin::parse(digits).expect("digits");
            assert_eq!(pin.number(), number, "{digits}");
            let restored = number.map(|number| Pin::from_number(number).expect("a PIN"));
            assert_eq!(restored, number.map(|_| pin));
        }
        assert_eq!(Pin::from_number(-1), Err(PinError));
    }

    #[test]
    fn a_pin_does_not_show_itself_in_debug_output() {
        let pin = Pin::parse("411464571").expect("digits");
        assert!(!format!("{pin:?}").contains("411"));
    }
}
