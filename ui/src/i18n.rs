//! Localisation: the language in use, and the texts in it. Texts are written in `locales/`, one file for each
//! feature; `texts_of!` declares the struct that reads the texts of a feature.

use leptos::prelude::*;
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

/// The texts of a language, by its tag: the lines that are made of `locales/`. They stay until the page is left:
/// views take texts from them whenever they are shown.
pub fn catalogue(tag: &'static str, lines: String) -> &'static Catalogue {
    Box::leak(Box::new(Catalogue::new(tag, lines.leak())))
}

/// The texts in use. A context of the app.
#[derive(Clone, Copy)]
pub struct I18n(RwSignal<&'static Catalogue>);

impl I18n {
    /// Starts with the texts of a language.
    pub fn new(catalogue: &'static Catalogue) -> Self {
        Self(RwSignal::new(catalogue))
    }

    /// The texts that the app provides.
    pub fn get() -> Self {
        expect_context()
    }

    /// Uses the texts of another language from now on.
    pub fn choose(self, catalogue: &'static Catalogue) {
        self.0.set(catalogue);
    }

    /// The texts in use; tracks changes of the language.
    pub fn catalogue(self) -> &'static Catalogue {
        self.0.get()
    }

    /// The texts in use at this moment, for code that runs once.
    pub fn catalogue_untracked(self) -> &'static Catalogue {
        self.0.get_untracked()
    }

    /// The tag of the language in use.
    pub fn tag(self) -> &'static str {
        self.catalogue().language()
    }

    /// The tag of the language in use at this moment.
    pub fn tag_untracked(self) -> &'static str {
        self.catalogue_untracked().language()
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
        pub fn texts_untracked(i18n: $crate::i18n::I18n) -> $texts {
            $texts(i18n.catalogue_untracked())
        }
    };
}
