//! Collation of names in the dictionary order of a language: accents and case decide last, numbers sort by value.
//! The browser's `Intl.Collator` follows the same CLDR rules, so the app and the backend agree.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use parvis_contract::language::Language;

/// The collator of a language.
pub struct Collator(CollatorBorrowed<'static>);

/// The collators of all languages.
pub struct Collators([Collator; Language::ALL.len()]);

/// The compiled-in collation data cannot be used: a defect of the build.
#[derive(Debug, thiserror::Error)]
#[error("names cannot be compared: {0}")]
pub struct CollationError(String);

impl Collators {
    /// Creates the collator of each language.
    ///
    /// # Errors
    ///
    /// [`CollationError`] when the data is not compiled in.
    pub fn new() -> Result<Self, CollationError> {
        let collators: Result<Vec<_>, _> = Language::ALL.into_iter().map(Collator::of).collect();
        let collators = collators?.try_into();
        let collators =
            collators.map_err(|_| CollationError("a language is missing".to_owned()))?;
        Ok(Self(collators))
    }

    /// The collator of a language.
    #[must_use]
    pub fn of(&self, language: Language) -> &Collator {
        // In the order of the languages.
        &self.0[language as usize]
    }
}

impl Collator {
    fn of(language: Language) -> Result<Self, CollationError> {
        let failed = |error: &dyn std::fmt::Display| CollationError(error.to_string());
        let locale =
            Locale::try_from_str(language.regional_tag()).map_err(|error| failed(&error))?;
        let mut preferences = CollatorPreferences::from(&locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = icu_collator::Collator::try_new(preferences, CollatorOptions::default())
            .map_err(|error| failed(&error))?;
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
        let collator = Collator::of(Language::Fr).expect("a collator");
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
        let collator = Collator::of(Language::Fr).expect("a collator");
        let mut names = expected;
        names.reverse();
        names.sort_by(|a, b| collator.compare(a, b));
        assert_eq!(names, expected);
    }

    #[test]
    fn each_language_has_its_own_order() {
        let collators = Collators::new().expect("collators");
        let order = |language| collators.of(language).compare("ñu", "nz");
        assert_eq!(order(Language::Es), Ordering::Greater);
        assert_eq!(order(Language::Fr), Ordering::Less);
    }
}
