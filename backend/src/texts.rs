//! The texts that the backend says itself, in meetings and mails, in every language.

use std::sync::LazyLock;

use parvis_contract::language::Language;
use parvis_texts::Catalogue;

include!(concat!(env!("OUT_DIR"), "/meeting.rs"));
include!(concat!(env!("OUT_DIR"), "/mail.rs"));

/// The file of a language, by its tag.
macro_rules! lines {
    ($tag:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $tag, ".txt"))
    };
}

static CATALOGUES: LazyLock<[Catalogue; Language::ALL.len()]> = LazyLock::new(|| {
    Language::ALL.map(|language| Catalogue::new(language.regional_tag(), lines(language)))
});

impl MeetingTexts {
    /// The texts in a language.
    pub fn of(language: Language) -> Self {
        Self(catalogue(language))
    }
}

impl MailTexts {
    /// The texts in a language.
    pub fn of(language: Language) -> Self {
        Self(catalogue(language))
    }
}

fn catalogue(language: Language) -> &'static Catalogue {
    // The catalogues are in the order of the languages.
    &CATALOGUES[language as usize]
}

fn lines(language: Language) -> &'static str {
    match language {
        Language::Fr => lines!("fr"),
        Language::En => lines!("en"),
        Language::De => lines!("de"),
        Language::Es => lines!("es"),
        Language::It => lines!("it"),
        Language::Nl => lines!("nl"),
        Language::Pt => lines!("pt"),
    }
}
