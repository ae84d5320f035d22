//! The language in use, and the choice of another.
//!
//! Once the further texts of the language in use are loaded, a page may show them: from then on, no language is
//! used without its further texts.

use leptos::prelude::*;
use parvis_contract::language::Language;
use parvis_texts::Catalogue;
use parvis_ui::i18n::{I18n, catalogue};
use parvis_ui::storage::BrowserStorage;

use super::language_files::{Lines, NotLoaded, Part, boot_value, request};

const STORAGE_KEY: &str = "parvis.locale";

/// The languages whose texts are loaded: a context of the app.
#[derive(Clone, Copy)]
pub struct Languages {
    i18n: I18n,
    loaded: StoredValue<Vec<&'static Catalogue>>,
    /// The language that was chosen last, whose texts may be on their way.
    wanted: StoredValue<Language>,
    /// Requests a file.
    request: fn(Language, Part) -> Lines,
}

impl Languages {
    /// Provides the language that the page was opened in. From then on, the page's `lang` attribute follows
    /// the language in use.
    pub fn provide() {
        let boot_value = |name: &str| boot_value(name)?.as_string();
        let language = boot_value("language").and_then(|tag| Language::from_tag(&tag));
        let lines = boot_value("lines").unwrap_or_default();
        let languages = Self::new(language.unwrap_or_default(), lines, request);
        let i18n = languages.i18n;
        Effect::new(move || {
            if let Some(root) = document().document_element() {
                // Setting an attribute of a fixed, valid name cannot fail.
                let _ = root.set_attribute("lang", i18n.tag());
            }
        });
        provide_context(i18n);
        provide_context(languages);
    }

    /// The loaded languages from the context.
    pub fn get() -> Self {
        expect_context()
    }

    fn new(language: Language, lines: String, request: fn(Language, Part) -> Lines) -> Self {
        let first = catalogue(language.regional_tag(), lines);
        Self {
            i18n: I18n::new(first),
            loaded: StoredValue::new(vec![first]),
            wanted: StoredValue::new(language),
            request,
        }
    }

    /// The language in use.
    pub fn in_use(self) -> Language {
        Language::from_regional_tag(self.i18n.tag()).unwrap_or_default()
    }

    /// Uses a language from now on and at the next visit, once its texts are loaded; unless another was chosen by
    /// then.
    pub async fn choose(self, language: Language) -> Result<(), NotLoaded> {
        if self.switch_to(language).await? {
            // Where storage is full or forbidden, the choice holds until the page is left.
            BrowserStorage::Local.set(STORAGE_KEY, language.tag());
        }
        Ok(())
    }

    /// Loads the further texts of the language in use, unless they are loaded. Their request is on its way before
    /// the result is polled.
    pub fn load_further(self) -> impl Future<Output = Result<(), NotLoaded>> {
        let mut requested = self.request_further_in_use();
        async move {
            while let Some((texts, lines)) = requested {
                add_further(texts, lines.await?);
                // Another language may have been chosen meanwhile.
                requested = self.request_further_in_use();
            }
            Ok(())
        }
    }

    fn request_further_in_use(self) -> Option<(&'static Catalogue, Lines)> {
        let texts = self.i18n.catalogue_untracked();
        let language = language_untracked(self.i18n);
        (!texts.has_further()).then(|| (texts, (self.request)(language, Part::Further)))
    }

    /// Uses a language once its texts are loaded. Returns whether it is in use: another may have been chosen by
    /// then.
    async fn switch_to(self, language: Language) -> Result<bool, NotLoaded> {
        self.wanted.set_value(language);
        let loaded = self.load(language).await;
        let is_wanted = self.wanted.get_value() == language;
        if is_wanted {
            // Nothing is awaited since `load` has looked at the language in use.
            self.i18n.choose(loaded?);
        }
        Ok(is_wanted)
    }

    /// The texts of a language: the further ones too, if those of the language in use are loaded.
    async fn load(self, language: Language) -> Result<&'static Catalogue, NotLoaded> {
        let request = |part| (self.request)(language, part);
        let needs_further = || self.i18n.catalogue_untracked().has_further();
        let known = self.known(language);
        // Both are on their way before one of them is awaited.
        let first = known.is_none().then(|| request(Part::First));
        let has_further = known.is_some_and(Catalogue::has_further);
        let further = (needs_further() && !has_further).then(|| request(Part::Further));
        if let Some(lines) = first {
            self.add(language, lines.await?);
        }
        let texts = self.known(language).ok_or(NotLoaded)?;
        if let Some(lines) = further {
            add_further(texts, lines.await?);
        }
        // A page that shows further texts may have been opened meanwhile.
        while needs_further() && !texts.has_further() {
            add_further(texts, request(Part::Further).await?);
        }
        Ok(texts)
    }

    fn known(self, language: Language) -> Option<&'static Catalogue> {
        let tag = language.regional_tag();
        self.loaded.with_value(|loaded| {
            let mut loaded = loaded.iter();
            loaded.find(|texts| texts.language() == tag).copied()
        })
    }

    /// Keeps the first texts of a language, unless they were added while these were on their way.
    fn add(self, language: Language, lines: String) {
        if self.known(language).is_none() {
            let texts = catalogue(language.regional_tag(), lines);
            self.loaded.update_value(|loaded| loaded.push(texts));
        }
    }
}

/// Keeps further texts, unless they were added while these were on their way.
fn add_further(texts: &'static Catalogue, lines: String) {
    if !texts.has_further() {
        texts.add_further(lines.leak());
    }
}

/// The language in use, without tracking: for requests to the backend.
pub fn language_untracked(i18n: I18n) -> Language {
    Language::from_regional_tag(i18n.tag_untracked()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
