//! Languages of the texts that the service sends to people.

use serde::{Deserialize, Serialize};

/// The language of texts outside the portal, for example in a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The BCP 47 language tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
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
        }
        assert_eq!(Language::from_tag("de"), None);
        assert!(serde_json::from_str::<Language>("\"de\"").is_err());
    }
}
