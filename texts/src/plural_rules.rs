//! Plural rules (CLDR): the browser's in wasm, else those of ICU4X.

/// The plural category (`one`, `few`, `other`, …) that the language of this tag uses for a number.
#[cfg(target_arch = "wasm32")]
pub fn plural_category(language: &str, number: i64) -> String {
    use js_sys::{Array, Intl, Object};

    let rules = Intl::PluralRules::new(&Array::of1(&language.into()), &Object::new());
    #[expect(clippy::cast_precision_loss, reason = "what people count is small")]
    let category = rules.select(number as f64);
    category.into()
}

/// The plural category (`one`, `few`, `other`, …) that the language of this tag uses for a number; `other` for a
/// language without rules.
#[cfg(not(target_arch = "wasm32"))]
pub fn plural_category(language: &str, number: i64) -> String {
    use icu_locale_core::Locale;
    use icu_plurals::{PluralCategory, PluralRules};

    let locale = Locale::try_from_str(language).ok();
    let rules = locale.and_then(|locale| PluralRules::try_new_cardinal(locale.into()).ok());
    let category = rules.map_or(PluralCategory::Other, |rules| rules.category_for(number));
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_counts_by_its_own_rules() {
        let categories = |language| [0, 1, 2, 5].map(|number| plural_category(language, number));
        assert_eq!(categories("fr"), ["one", "one", "other", "other"]);
        assert_eq!(categories("pt-PT"), ["other", "one", "other", "other"]);
        assert_eq!(categories("pl"), ["many", "one", "few", "many"]);
        assert_eq!(categories("no language"), ["other"; 4]);
    }
}
