//! Localisation: the language in use, and the texts in it. Texts are written in `locales/`, one file for each
//! feature; `texts_of!` declares the struct that reads the texts of a feature.

use leptos::prelude::*;
use parvis_contract::language::Language;
use parvis_texts::Catalogue;

/// The texts of the shared components.
pub mod ui {
    crate::texts_of!(UiTexts, "ui");
}

/// The names of the items of an invitation, in the portal and in the meeting.
pub mod inviting {
    crate::texts_of!(InvitingTexts, "inviting");
}

/// The items of an invitation, named within a sentence ("le lien modérateur"), for buttons that copy or renew
/// them.
pub mod naming {
    crate::texts_of!(NamingTexts, "naming");
}

/// A language and its texts.
#[derive(Clone, Copy)]
pub struct LanguageTexts {
    /// The language.
    pub language: Language,
    catalogue: &'static Catalogue,
}

impl LanguageTexts {
    /// Takes the lines compiled from `locales/`. They are leaked, because views read texts from them until
    /// the page is left.
    pub fn new(language: Language, lines: String) -> Self {
        let lines = Box::leak(lines.into_boxed_str());
        let catalogue = Box::leak(Box::new(Catalogue::new(language.regional_tag(), lines)));
        Self {
            language,
            catalogue,
        }
    }
}

/// The language in use: a context of the app.
#[derive(Clone, Copy)]
pub struct I18n(RwSignal<LanguageTexts>);

impl I18n {
    /// Starts with this language.
    pub fn new(texts: LanguageTexts) -> Self {
        Self(RwSignal::new(texts))
    }

    /// The language in use, from the context.
    pub fn get() -> Self {
        expect_context()
    }

    /// Uses a language from now on.
    pub fn choose(self, texts: LanguageTexts) {
        self.0.set(texts);
    }

    /// The language in use; tracks its changes.
    pub fn language(self) -> Language {
        self.0.get().language
    }

    /// The language in use, without tracking: for code that runs once.
    pub fn language_now(self) -> Language {
        self.0.get_untracked().language
    }

    /// The texts in use; tracks changes of the language.
    pub fn catalogue(self) -> &'static Catalogue {
        self.0.get().catalogue
    }

    /// The texts in use, without tracking.
    pub fn catalogue_now(self) -> &'static Catalogue {
        self.0.get_untracked().catalogue
    }
}

/// A text that follows the language, and other signals. One type for all reactive texts keeps the binary
/// small.
pub type Text = Signal<String>;

/// A reactive text. Boxed, so that the compiler generates the signal's code once, and not for each closure.
pub fn derived(text: Box<dyn Fn(&'static Catalogue) -> String + Send + Sync>) -> Text {
    let i18n = I18n::get();
    Signal::derive(move || text(i18n.catalogue()))
}

/// Declares the texts of one feature: the struct that the build script generates from `locales/`, and the
/// functions that read it in the language in use.
#[macro_export]
macro_rules! texts_of {
    ($texts:ident, $feature:literal) => {
        include!(concat!(env!("OUT_DIR"), "/", $feature, ".rs"));

        /// The text that `pick` selects, in the language in use.
        pub fn say(pick: fn($texts) -> &'static str) -> $crate::i18n::Text {
            compose(move |texts| pick(texts).to_owned())
        }

        /// A text composed from the texts of the language in use.
        pub fn compose(
            compose: impl Fn($texts) -> String + Send + Sync + 'static,
        ) -> $crate::i18n::Text {
            $crate::i18n::derived(Box::new(move |catalogue| compose($texts(catalogue))))
        }

        /// The texts of the language in use; tracks its changes.
        #[allow(dead_code, reason = "not every feature has code that asks for them")]
        pub fn texts(i18n: $crate::i18n::I18n) -> $texts {
            $texts(i18n.catalogue())
        }

        /// The texts of the language in use, without tracking: for code that runs once.
        #[allow(dead_code, reason = "not every feature has such code")]
        pub fn texts_now(i18n: $crate::i18n::I18n) -> $texts {
            $texts(i18n.catalogue_now())
        }
    };
}
