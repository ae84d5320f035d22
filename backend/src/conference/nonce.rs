//! Meeting nonces: a random number in the metadata of `create`, which tells one meeting of a room from another.
//!
//! Of several creations of one meeting the conference server keeps the first, and returns its nonce with the
//! meeting.

use crate::random::Random;

/// The name of the parameter of `create`.
pub(super) const PARAMETER: &str = "meta_parvis-meeting";

/// The nonce of one creation. Everybody in the meeting can read it; it is not a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingNonce(pub [u8; 16]);

impl MeetingNonce {
    /// A new nonce.
    #[must_use]
    pub fn new(random: &Random) -> Self {
        Self(random.bytes())
    }

    /// The form in the API: 32 hexadecimal digits.
    #[must_use]
    pub fn text(self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.0))
    }

    /// Parses a [`text`](Self::text); `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_hexadecimal = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u128::from_str_radix(text, 16).ok()?;
        is_hexadecimal.then_some(Self(number.to_be_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_number_reads_back(number in any::<[u8; 16]>()) {
            let nonce = MeetingNonce(number);
            prop_assert_eq!(MeetingNonce::parse(&nonce.text()), Some(nonce));
        }

        #[test]
        fn any_text_is_read_or_refused_without_panic(text in any::<String>()) {
            prop_assert!(MeetingNonce::parse(&text).is_none_or(|nonce| nonce.text() == text.to_lowercase()));
        }
    }
}
