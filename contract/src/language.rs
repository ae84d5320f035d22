//! Languages of the interface and of the texts that the service sends to people.

use serde::{Deserialize, Serialize};

/// The language of the interface, or of texts outside the portal, for example in a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Dutch.
    Nl,
    /// Portuguese.
    Pt,
}

impl Language {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 7] = [
        Self::Fr,
        Self::En,
        Self::De,
        Self::Es,
        Self::It,
        Self::Nl,
        Self::Pt,
    ];

    /// The BCP 47 language tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::De => "de",
            Self::Es => "es",
            Self::It => "it",
            Self::Nl => "nl",
            Self::Pt => "pt",
        }
    }

    /// The tag with a region, where the language alone would mean another country's use of it: for dates and
    /// plural forms.
    #[must_use]
    pub fn regional_tag(self) -> &'static str {
        match self {
            Self::Pt => "pt-PT",
            other => other.tag(),
        }
    }

    /// Reads a tag that [`regional_tag`](Self::regional_tag) wrote.
    #[must_use]
    pub fn from_regional_tag(tag: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.regional_tag() == tag)
    }

    /// The language's name in itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Es => "Español",
            Self::It => "Italiano",
            Self::Nl => "Nederlands",
            Self::Pt => "Português",
        }
    }

    /// Parses a [`tag`](Self::tag).
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_travels_as_its_tag() {
        for language in Language::ALL {
            let json = format!("\"{}\"", language.tag());
            assert_eq!(serde_json::to_string(&language).expect("writes"), json);
            assert_eq!(Language::from_tag(language.tag()), Some(language));
            let tag = language.regional_tag();
            assert_eq!(Language::from_regional_tag(tag), Some(language));
            // What is kept by language is found by its number.
            assert_eq!(Language::ALL[language as usize], language);
        }
        assert_eq!(Language::from_tag("pl"), None);
        assert!(serde_json::from_str::<Language>("\"pl\"").is_err());
    }
}
