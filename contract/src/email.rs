//! E-mail addresses: one rule for those that people type and those that identity providers report, so that they
//! can be compared.

use crate::field::FieldReason;
use crate::text::{TextError, line};

/// The maximum length in bytes (RFC 5321, 4.5.3.1.3, without brackets).
pub const LONGEST_EMAIL: usize = 254;

/// Characters that separate addresses, or a name from its address, in what people copy from mail programs.
const SEPARATORS: [char; 9] = [',', ';', ':', '<', '>', '(', ')', '"', '@'];

/// The form in which addresses are compared and stored: trimmed, with ASCII letters in lower case. `None` if the
/// text is not an address.
#[must_use]
pub fn normalized(address: &str) -> Option<String> {
    let address = address.trim().to_ascii_lowercase();
    let (local, domain) = address.rsplit_once('@')?;
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control();
    let is_one = !local.is_empty()
        && !domain.is_empty()
        && address.len() <= LONGEST_EMAIL
        && address.chars().all(is_plain);
    is_one.then_some(address)
}

/// Why a typed address is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// Nothing visible was typed.
    #[error("must not be empty")]
    Empty,
    /// More than [`LONGEST_EMAIL`] bytes.
    #[error("is too long")]
    TooLong,
    /// Not the address of one mailbox.
    #[error("must be an e-mail address")]
    NotAnEmail,
}

impl From<EmailError> for FieldReason {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::Empty => Self::Empty,
            EmailError::TooLong => Self::TooLong,
            EmailError::NotAnEmail => Self::NotAnEmail,
        }
    }
}

/// An e-mail address that a person typed.
// No `Debug`: addresses must not be logged.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailAddress {
    typed: String,
    normalized: String,
}

impl EmailAddress {
    /// Validates a typed address: one mailbox at a domain with a dot. Whether it exists is unknown.
    ///
    /// # Errors
    ///
    /// [`EmailError`].
    pub fn parse(input: &str) -> Result<Self, EmailError> {
        // Also removes the invisible characters that come with copied text.
        let typed = match line(input, usize::MAX) {
            Ok(typed) => typed,
            Err(TextError::Empty) => return Err(EmailError::Empty),
            Err(TextError::TooLong | TextError::ControlCharacter) => {
                return Err(EmailError::NotAnEmail);
            }
        };
        if typed.len() > LONGEST_EMAIL {
            return Err(EmailError::TooLong);
        }
        let normalized = normalized(&typed).ok_or(EmailError::NotAnEmail)?;
        let (local, domain) = normalized.rsplit_once('@').ok_or(EmailError::NotAnEmail)?;
        let labels: Vec<&str> = domain.split('.').collect();
        let is_plausible = labels.len() > 1
            && labels.iter().all(|label| !label.is_empty())
            && !local.contains(SEPARATORS)
            && !domain.contains(SEPARATORS);
        if !is_plausible {
            return Err(EmailError::NotAnEmail);
        }
        Ok(Self { typed, normalized })
    }

    /// The address as it was typed, trimmed.
    #[must_use]
    pub fn as_typed(&self) -> &str {
        &self.typed
    }

    /// The address to compare, as [`normalized`].
    #[must_use]
    pub fn normalized(&self) -> &str {
        &self.normalized
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(input: &str) -> EmailError {
        match EmailAddress::parse(input) {
            Ok(address) => panic!("{} is accepted", address.as_typed()),
            Err(error) => error,
        }
    }

    #[test]
    fn an_address_is_shown_as_typed_and_compared_without_case() {
        for (input, typed, compared) in [
            (
                " Alix.Martin@Exemple.FR ",
                "Alix.Martin@Exemple.FR",
                "alix.martin@exemple.fr",
            ),
            ("a+b@c.d.fr", "a+b@c.d.fr", "a+b@c.d.fr"),
            (
                "\u{200b}o'neil@exemple.fr\u{feff}",
                "o'neil@exemple.fr",
                "o'neil@exemple.fr",
            ),
        ] {
            let Ok(address) = EmailAddress::parse(input) else {
                panic!("{input} is refused")
            };
            assert_eq!(address.as_typed(), typed);
            assert_eq!(address.normalized(), compared);
        }
    }

    #[test]
    fn what_is_not_the_address_of_one_mailbox_is_refused() {
        for input in [
            "alix",
            "@exemple.fr",
            "alix@",
            "alix@exemple",
            "alix@.fr",
            "alix@exemple..fr",
            "alix@exemple.fr.",
            "alix martin@exemple.fr",
            "Alix Martin <alix@exemple.fr>",
            "<alix@exemple.fr>",
            "alix@exemple.fr, camille@exemple.fr",
            "alix@exemple.fr;camille@exemple.fr",
            "alix@camille@exemple.fr",
            "mailto:alix@exemple.fr",
            "alix\n@exemple.fr",
            "a\u{202e}lix@exemple.fr",
        ] {
            assert_eq!(refused(input), EmailError::NotAnEmail, "{input:?}");
        }
        for input in ["", "  ", "\u{200b}"] {
            assert_eq!(refused(input), EmailError::Empty, "{input:?}");
        }
    }

    #[test]
    fn an_address_has_254_bytes_at_most() {
        let of_length = |length: usize| format!("{}@exemple.fr", "x".repeat(length - 11));
        assert!(EmailAddress::parse(&of_length(254)).is_ok());
        assert_eq!(refused(&of_length(255)), EmailError::TooLong);
    }

    /// Lower case beyond ASCII would make different mailboxes one: the Kelvin sign would become a k.
    #[test]
    fn addresses_that_only_look_alike_stay_apart() {
        assert_eq!(
            normalized("\u{212a}@b.fr").as_deref(),
            Some("\u{212a}@b.fr")
        );
    }
}
