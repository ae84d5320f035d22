//! Validation of single-line and multi-line texts: trimmed, bounded, visible, without control characters. Names
//! of rooms, people and accounts share the rule.

/// Why a text is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// No visible character is left after trimming.
    #[error("must not be empty")]
    Empty,
    /// More characters (Unicode scalar values) than allowed.
    #[error("is too long")]
    TooLong,
    /// A control character, or a bidirectional override, which can make a name look like another.
    #[error("must not contain control characters")]
    ControlCharacter,
}

/// Trims `input`, removes its format characters, and checks that 1 to `max` characters remain, at least one of
/// them visible and none a control character.
///
/// Format characters (direction marks, zero-width spaces) come with pasted text, and people cannot find them to
/// remove them. Joiners are kept, as emoji and Indic and Persian scripts need them.
///
/// # Errors
///
/// The first that applies of [`TextError::Empty`], [`TextError::ControlCharacter`] and [`TextError::TooLong`].
pub fn line(input: &str, max: usize) -> Result<String, TextError> {
    let kept: String = input.chars().filter(|&c| !is_format(c)).collect();
    let kept = kept.trim();
    if kept.is_empty() {
        return Err(TextError::Empty);
    }
    if kept
        .chars()
        .any(|c| c.is_control() || is_direction_control(c))
    {
        return Err(TextError::ControlCharacter);
    }
    if !kept.chars().any(is_visible) {
        return Err(TextError::Empty);
    }
    if kept.chars().count() > max {
        return Err(TextError::TooLong);
    }
    Ok(kept.to_owned())
}

/// Trims `input`, converts line ends to `\n` and checks that at most `max` characters remain, without other
/// control characters. The result may be empty.
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

/// A name from an identity provider, cleaned by the rule of [`line`]. Nobody can be asked to correct it, so
/// control characters are removed. `None` if nothing visible remains.
#[must_use]
pub fn visible_line(input: &str) -> Option<String> {
    let printed = input.chars().filter_map(|c| match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        c => (!c.is_control() && !is_direction_control(c)).then_some(c),
    });
    line(&printed.collect::<String>(), usize::MAX).ok()
}

/// Whether a character is of Unicode's category Cf and invisible, except for joiners (U+200C, U+200D) and the
/// tags that make up the flags of England, Scotland and Wales.
fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e001f}')
}

/// Whether a character is visible by itself: not white space, a joiner, a filler, or a combining mark.
fn is_visible(c: char) -> bool {
    let is_blank = matches!(c,
        '\u{34f}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200c}'..='\u{200d}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}'
        | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}');
    let is_accent = matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}');
    !(c.is_whitespace() || is_blank || is_accent)
}

/// Whether a character is an embedding, override or isolate of the Unicode Bidirectional Algorithm (UAX #9), or
/// a line or paragraph separator, which browsers treat as a line end.
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

            /// Validates a text that a person typed.
            ///
            /// # Errors
            ///
            /// A [`TextError`](crate::text::TextError).
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
    fn what_nobody_sees_is_dropped_and_is_no_name() {
        assert_eq!(
            line("\u{feff} A\u{200b}l\u{200e}i\u{ad}x\u{200f} ", 150).as_deref(),
            Ok("Alix")
        );
        for nothing in [
            "\u{200b}",
            " \u{feff}\u{a0}",
            "\u{200d}",
            "\u{301}",
            "\u{2800}\u{3164}",
            "\u{fe0f}",
        ] {
            assert_eq!(line(nothing, 150), Err(TextError::Empty), "{nothing:?}");
            assert_eq!(visible_line(nothing), None, "{nothing:?}");
        }
        assert_eq!(
            visible_line("A\u{0}l\u{202e}ix\tM").as_deref(),
            Some("Alix M")
        );
    }

    #[test]
    fn what_words_and_emoji_are_written_with_stays() {
        for text in [
            "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
            "❤\u{fe0f}",
            "श्री\u{200d}मती",
            "می\u{200c}خواهم",
            "e\u{301}cole",
            "क्\u{200d}ष",
            "\u{1f9d1}\u{1f3fd}\u{200d}\u{1f4bb} Équipe",
            "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        ] {
            assert_eq!(line(text, 150).as_deref(), Ok(text));
            assert_eq!(visible_line(text).as_deref(), Some(text));
        }
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
