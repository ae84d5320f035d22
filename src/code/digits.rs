//! Input of the connection code: the text of the three fields, and which of them takes the focus.

use parvis_contract::code::{ConnectionCode, DIGITS};

/// The number of fields.
pub const GROUPS: usize = 3;
/// The number of digits in a field.
pub const GROUP: usize = 3;

/// The text of each field. Nothing that is typed is removed: what is wrong stays visible, and is reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeInput([String; GROUPS]);

/// An error that further typing cannot correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InputError {
    /// Whether there is a character other than digits and separators.
    pub has_letters: bool,
    /// The number of digits.
    pub digits: usize,
}

impl CodeInput {
    /// The text of a field.
    pub fn group(&self, index: usize) -> &str {
        &self.0[index]
    }

    /// The code, once it is complete.
    pub fn code(&self) -> Option<String> {
        let code = ConnectionCode::parse(&self.0.concat()).ok()?;
        Some(code.to_string())
    }

    /// The error in what is typed so far.
    pub fn error(&self) -> Option<InputError> {
        let all = self.0.concat();
        let digits = all.chars().filter(char::is_ascii_digit).count();
        // The contract defines the separators: nine digits with one of them parse as a code.
        let has_letters = all.chars().any(|c| {
            !c.is_ascii_digit() && ConnectionCode::parse(&format!("123456789{c}")).is_err()
        });
        (has_letters || digits > DIGITS).then_some(InputError {
            has_letters,
            digits,
        })
    }

    /// Handles typing in a field; returns the field that takes the focus next. Text that is too long for the
    /// field continues in the next one.
    pub fn write(&mut self, index: usize, text: &str) -> Option<usize> {
        let is_plain = text.chars().all(|c| c.is_ascii_digit());
        let length = text.chars().count();
        if !is_plain || length < GROUP || index + 1 == GROUPS {
            text.clone_into(&mut self.0[index]);
            return None;
        }
        let was_full = self.0[index].len() >= GROUP;
        let (here, over) = text.split_at(GROUP);
        here.clone_into(&mut self.0[index]);
        if over.is_empty() {
            // Correcting a digit in a full field leaves the focus there.
            return (!was_full).then_some(index + 1);
        }
        let next = format!("{over}{}", self.0[index + 1]);
        Some(self.write(index + 1, &next).unwrap_or(index + 1))
    }

    /// Handles pasting; returns the field that takes the focus, or `None` if the text is not a whole code and
    /// the browser pastes it.
    pub fn paste(&mut self, text: &str) -> Option<usize> {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if digits.len() < DIGITS {
            return None;
        }
        *self = Self::default();
        self.write(0, &digits);
        Some(GROUPS - 1)
    }

    /// Deletes the last character of a field.
    pub fn delete_last(&mut self, index: usize) {
        self.0[index].pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(input: &CodeInput) -> [&str; 3] {
        std::array::from_fn(|index| input.group(index))
    }

    #[test]
    fn typing_moves_on_when_a_field_is_full() {
        let mut input = CodeInput::default();
        assert_eq!(input.write(0, "4"), None);
        assert_eq!(input.write(0, "41"), None);
        assert_eq!(input.write(0, "411"), Some(1));
        assert_eq!(input.write(1, "464"), Some(2));
        assert_eq!(input.write(2, "571"), None);
        assert_eq!(input.code().as_deref(), Some("411464571"));
    }

    #[test]
    fn text_too_long_for_a_field_continues_in_the_next() {
        let mut input = CodeInput::default();
        assert_eq!(input.write(0, "4114"), Some(1));
        assert_eq!(fields(&input), ["411", "4", ""]);
        let mut filled_in = CodeInput::default();
        filled_in.write(0, "411464571");
        assert_eq!(fields(&filled_in), ["411", "464", "571"]);
    }

    #[test]
    fn a_code_is_pasted_in_whatever_form_people_send_it() {
        for text in [
            "411464571",
            "411 464 571",
            "411-464-571",
            "Code : 411\u{a0}464\u{a0}571.",
        ] {
            let mut input = CodeInput::default();
            input.write(1, "9");
            assert_eq!(input.paste(text), Some(2), "{text}");
            assert_eq!(fields(&input), ["411", "464", "571"], "{text}");
        }
        assert_eq!(
            CodeInput::default().paste("411"),
            None,
            "as the browser pastes it"
        );
    }

    #[test]
    fn text_that_cannot_become_a_code_is_reported_and_stays() {
        let mut input = CodeInput::default();
        input.paste("4114645712");
        assert_eq!(fields(&input), ["411", "464", "5712"]);
        let error = input.error().expect("one too many");
        assert_eq!((error.has_letters, error.digits), (false, 10));
        assert_eq!(input.code(), None);
        let mut input = CodeInput::default();
        input.write(0, "41a");
        assert_eq!(input.group(0), "41a");
        assert!(input.error().expect("a letter").has_letters);
        let mut short = CodeInput::default();
        short.write(0, "41146457");
        assert_eq!(
            (short.error(), short.code()),
            (None, None),
            "one is missing yet"
        );
    }

    #[test]
    fn deleting_removes_the_last_character() {
        let mut input = CodeInput::default();
        input.write(0, "411");
        input.delete_last(0);
        assert_eq!(fields(&input), ["41", "", ""]);
    }
}
