//! Catalogue of the texts of one language, by line number.

use std::sync::OnceLock;

/// The texts of one language.
pub struct Catalogue {
    language: &'static str,
    lines: Vec<&'static str>,
    /// The lines of the language's further file, whose numbers follow those of `lines`.
    further: OnceLock<Vec<&'static str>>,
}

/// A number, converted from any integer type.
#[derive(Clone, Copy, Debug)]
pub struct Number(pub(crate) i64);

impl Catalogue {
    /// `lines` is what [`compile`](crate::compile) has generated for the language with this tag: all of it, or
    /// the first file.
    #[must_use]
    pub fn new(language: &'static str, lines: &'static str) -> Self {
        Self {
            language,
            lines: lines.split('\n').collect(),
            further: OnceLock::new(),
        }
    }

    /// Adds the lines of the language's further file, unless they were added before.
    pub fn add_further(&self, lines: &'static str) {
        self.further.get_or_init(|| lines.split('\n').collect());
    }

    /// Whether the lines of the further file were added.
    #[must_use]
    pub fn has_further(&self) -> bool {
        self.further.get().is_some()
    }

    /// The tag of the language.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A text without parameters; empty if there is no such line.
    // Inlined into each of some hundred methods, it would weigh kilobytes.
    #[inline(never)]
    #[must_use]
    pub fn text(&self, line: usize) -> &'static str {
        let further = || self.further.get()?.get(line - self.lines.len());
        let text = self.lines.get(line).or_else(further);
        text.copied().unwrap_or_default()
    }

    /// A text with its parameters filled in: `{0}` is the first of them.
    #[inline(never)]
    #[must_use]
    pub fn fill(&self, line: usize, parts: &[&str]) -> String {
        fill(self.text(line), parts)
    }
}

/// Replaces the placeholders of a pattern.
pub(crate) fn fill(pattern: &str, parts: &[&str]) -> String {
    let mut pieces = pattern.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    // Each part is named by one digit between braces: the compiler accepts ten at most.
    for piece in pieces {
        let digit = piece.bytes().next().unwrap_or_default();
        let part = parts.get(usize::from(digit.wrapping_sub(b'0')));
        filled.push_str(part.copied().unwrap_or_default());
        filled.push_str(piece.get("0}".len()..).unwrap_or_default());
    }
    filled
}

impl Number {
    /// The number in digits.
    #[must_use]
    pub fn text(self) -> String {
        self.0.to_string()
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

impl From<u32> for Number {
    fn from(number: u32) -> Self {
        Self(number.into())
    }
}

impl From<u64> for Number {
    fn from(number: u64) -> Self {
        Self(number.try_into().unwrap_or(i64::MAX))
    }
}

impl From<usize> for Number {
    fn from(number: usize) -> Self {
        Self(number.try_into().unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_where_the_text_names_them() {
        let texts = Catalogue::new("en", "Close\n{1}, then {0}.\n{0}");
        let parts = ["{1}|", "2"];
        assert_eq!(texts.text(0), "Close");
        assert_eq!(texts.fill(1, &parts), "2, then {1}|.");
        assert_eq!(texts.fill(2, &parts), "{1}|");
    }

    #[test]
    fn further_lines_follow_the_first_ones() {
        let texts = Catalogue::new("en", "Close\nOpen");
        assert!(!texts.has_further());
        assert_eq!(texts.text(2), "");
        texts.add_further("Save\nSend");
        assert!(texts.has_further());
        assert_eq!(
            [1, 2, 3].map(|line| texts.text(line)),
            ["Open", "Save", "Send"]
        );
        assert_eq!(texts.text(4), "");
    }

    #[test]
    fn a_line_that_is_missing_or_no_pattern_is_no_panic() {
        let texts = Catalogue::new("en", "a\n{\n{x}é{9}\n{é");
        assert_eq!(texts.text(7), "");
        assert_eq!(texts.fill(7, &[]), "");
        assert_eq!(texts.fill(1, &["b"]), "");
        assert_eq!(texts.fill(2, &["b"]), "é");
        assert_eq!(texts.fill(3, &[]), "");
    }
}
