//! The languages of the interface. Every text is a field of a struct of texts, one struct a feature,
//! so a text that one language lacks, or that nothing shows, does not compile.

pub mod inviting;
pub mod naming;
pub mod texts;

use leptos::prelude::*;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// French, and what is shown when nothing speaks for another.
    Fr,
    /// English.
    En,
}

impl Locale {
    /// Both, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The language tag of BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
        }
    }

    /// Reads a language tag with or without its region: `fr`, `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split('-').next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|locale| language.eq_ignore_ascii_case(locale.tag()))
    }

    /// The first of a person's languages that the interface speaks.
    fn first_of(tags: impl IntoIterator<Item = String>) -> Self {
        tags.into_iter()
            .find_map(|tag| Self::from_tag(&tag))
            .unwrap_or(Self::Fr)
    }
}

/// The language in use. A context of the app.
#[derive(Clone, Copy)]
pub struct I18n(RwSignal<Locale>);

impl I18n {
    /// Starts with the language that was chosen before, else with the first of the browser's that
    /// the interface speaks; keeps the page's `lang` in step.
    pub fn start() -> Self {
        let locale = RwSignal::new(Locale::first_of(stored().into_iter().chain(preferred())));
        Effect::new(move || {
            if let Some(root) = document().document_element() {
                // Setting an attribute of a fixed, valid name cannot fail.
                let _ = root.set_attribute("lang", locale.get().tag());
            }
        });
        Self(locale)
    }

    /// Speaks what somebody else decides: the page that shows a session's details.
    pub fn speaking(locale: RwSignal<Locale>) -> Self {
        Self(locale)
    }

    /// The language that the app provides.
    pub fn get() -> Self {
        expect_context()
    }

    /// The language in use.
    pub fn locale(self) -> Locale {
        self.0.get()
    }

    /// Speaks another language from now on, and at the next visit.
    pub fn choose(self, locale: Locale) {
        self.0.set(locale);
        if let Ok(Some(storage)) = window().local_storage() {
            // Where storage is full or forbidden, the choice holds until the page is left.
            let _ = storage.set_item(STORAGE_KEY, locale.tag());
        }
    }

    /// The language in use at this moment, for code that runs once.
    pub fn locale_now(self) -> Locale {
        self.0.get_untracked()
    }
}

/// A text that follows the language, and whatever else it is made of. One type for every text that
/// changes, however many there are: that keeps the binary small.
pub type Text = Signal<String>;

/// A text of a language. Behind one type: the compiler writes a signal's machinery once, and not for
/// each closure anew.
pub fn derived(text: Box<dyn Fn(Locale) -> String + Send + Sync>) -> Text {
    let i18n = I18n::get();
    Signal::derive(move || text(i18n.locale()))
}

const STORAGE_KEY: &str = "parvis.locale";

fn stored() -> Option<String> {
    window().local_storage().ok()??.get_item(STORAGE_KEY).ok()?
}

fn preferred() -> impl Iterator<Item = String> {
    window()
        .navigator()
        .languages()
        .into_iter()
        .filter_map(|tag| tag.as_string())
}

/// Declares the texts of one feature: the languages' modules `en` and `fr`, the struct of `texts`, and
/// the functions that read them: `say`, `compose`, `texts_now` and `texts`.
#[macro_export]
macro_rules! texts_of {
    ($texts:ident) => {
        #[allow(missing_docs, reason = "a text is named for the place where it stands")]
        pub mod en;
        #[allow(missing_docs, reason = "a text is named for the place where it stands")]
        pub mod fr;
        #[allow(missing_docs, reason = "a text is named for the place where it stands")]
        mod texts;

        pub use texts::$texts;

        /// The text that `pick` names, in the language in use.
        pub fn say(pick: fn(&'static $texts) -> &'static str) -> $crate::i18n::Text {
            compose(move |texts| pick(texts).to_owned())
        }

        /// A text that `compose` makes of the texts of the language in use.
        pub fn compose(
            compose: impl Fn(&'static $texts) -> String + Send + Sync + 'static,
        ) -> $crate::i18n::Text {
            $crate::i18n::derived(Box::new(move |locale| compose(texts(locale))))
        }

        /// The texts of the language in use at this moment, for code that runs once.
        #[allow(dead_code, reason = "not every feature has such code")]
        pub fn texts_now(i18n: $crate::i18n::I18n) -> &'static $texts {
            texts(i18n.locale_now())
        }

        /// The texts of one language.
        pub fn texts(locale: $crate::i18n::Locale) -> &'static $texts {
            match locale {
                $crate::i18n::Locale::Fr => &fr::TEXTS,
                $crate::i18n::Locale::En => &en::TEXTS,
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tags: &[&str], expect: Locale) {
        assert_eq!(
            Locale::first_of(tags.iter().map(ToString::to_string)),
            expect,
            "{tags:?}"
        );
    }

    #[test]
    fn the_first_language_that_the_interface_speaks_is_chosen() {
        check(&["en-GB", "fr"], Locale::En);
        check(&["de", "EN"], Locale::En);
        check(&["br", "fr-FR", "en"], Locale::Fr);
    }

    #[test]
    fn french_is_what_remains() {
        check(&[], Locale::Fr);
        check(&["de-AT", "english"], Locale::Fr);
    }
}
