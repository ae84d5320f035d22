//! Collation of names in French dictionary order: accents and case decide last, numbers sort by value. The
//! browser's `Intl.Collator` follows the same CLDR rules, so the app and the backend agree.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

/// A collator.
pub struct Collator(CollatorBorrowed<'static>);

/// The compiled-in collation data cannot be used: a defect of the build.
#[derive(Debug, thiserror::Error)]
#[error("names cannot be compared: {0}")]
pub struct CollationError(String);

impl Collator {
    /// The French collator.
    ///
    /// # Errors
    ///
    /// [`CollationError`] when the data is not compiled in.
    pub fn french() -> Result<Self, CollationError> {
        let mut preferences = CollatorPreferences::from(&locale!("fr"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = icu_collator::Collator::try_new(preferences, CollatorOptions::default())
            .map_err(|error| CollationError(error.to_string()))?;
        Ok(Self(collator))
    }

    /// Compares two names.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decomposed accents, as some systems enter them.
    #[test]
    fn a_name_is_the_same_whether_its_accents_are_composed_or_not() {
        let collator = Collator::french().expect("a collator");
        for (composed, decomposed) in [("École", "E\u{301}cole"), ("côté", "co\u{302}te\u{301}")]
        {
            assert_eq!(collator.compare(composed, decomposed), Ordering::Equal);
        }
        assert_eq!(collator.compare("cote", "co\u{302}te"), Ordering::Less);
        assert_eq!(collator.compare("e\u{301}quipe", "zoom"), Ordering::Less);
    }

    #[test]
    fn names_stand_as_in_a_french_dictionary_and_numbers_by_their_value() {
        let expected = [
            "2e étage",
            "10e étage",
            "conseil",
            "Conseil",
            "cote",
            "coté",
            "côte",
            "côté",
            "École",
            "équipe",
            "œuvre",
            "Salle 2",
            "Salle 10",
            "zoom",
        ];
        let collator = Collator::french().expect("a collator");
        let mut names = expected;
        names.reverse();
        names.sort_by(|a, b| collator.compare(a, b));
        assert_eq!(names, expected);
    }
}
