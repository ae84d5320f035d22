//! Loading of texts: one file for each language. `boot.js` chooses the first and fetches it in parallel with
//! the wasm; other languages are fetched when they are chosen.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use parvis_contract::language::Language;
use parvis_texts::Catalogue;
use parvis_ui::i18n::{I18n, catalogue};
use parvis_ui::storage::BrowserStorage;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const STORAGE_KEY: &str = "parvis.locale";

/// The languages whose texts are loaded: a context of the app.
#[derive(Clone, Copy)]
pub struct Languages {
    i18n: I18n,
    loaded: StoredValue<Vec<&'static Catalogue>>,
}

/// The file with the texts of a language could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the texts of the language could not be loaded")]
pub struct NotLoaded;

impl Languages {
    /// Provides the language that the page was opened in. From then on, the page's `lang` attribute follows
    /// the language in use.
    pub fn provide() {
        let boot_value = |name: &str| boot_value(name)?.as_string();
        let language = boot_value("language").and_then(|tag| Language::from_tag(&tag));
        let tag = language.unwrap_or_default().regional_tag();
        let first = catalogue(tag, boot_value("lines").unwrap_or_default());
        let i18n = I18n::new(first);
        Effect::new(move || {
            if let Some(root) = document().document_element() {
                // Setting an attribute of a fixed, valid name cannot fail.
                let _ = root.set_attribute("lang", i18n.tag());
            }
        });
        provide_context(i18n);
        provide_context(Self {
            i18n,
            loaded: StoredValue::new(vec![first]),
        });
    }

    /// The loaded languages from the context.
    pub fn get() -> Self {
        expect_context()
    }

    /// The language in use.
    pub fn in_use(self) -> Language {
        Language::from_regional_tag(self.i18n.tag()).unwrap_or_default()
    }

    /// The texts of a language: fetched, unless they were fetched before.
    pub async fn load(self, language: Language) -> Result<&'static Catalogue, NotLoaded> {
        let tag = language.regional_tag();
        let known = self.loaded.with_value(|loaded| {
            let mut loaded = loaded.iter();
            loaded.find(|texts| texts.language() == tag).copied()
        });
        if let Some(texts) = known {
            return Ok(texts);
        }
        let texts = catalogue(tag, fetch(language).await.ok_or(NotLoaded)?);
        self.loaded.update_value(|loaded| loaded.push(texts));
        Ok(texts)
    }

    /// Uses a language from now on and at the next visit. `texts` are its own.
    pub fn choose(self, language: Language, texts: &'static Catalogue) {
        self.i18n.choose(texts);
        // Where storage is full or forbidden, the choice holds until the page is left.
        BrowserStorage::Local.set(STORAGE_KEY, language.tag());
    }
}

/// The language in use, without tracking: for requests to the backend.
pub fn language_untracked(i18n: I18n) -> Language {
    Language::from_regional_tag(i18n.tag_untracked()).unwrap_or_default()
}

async fn fetch(language: Language) -> Option<String> {
    let load: Function = boot_value("load")?.dyn_into().ok()?;
    let lines = load
        .call1(&JsValue::UNDEFINED, &language.tag().into())
        .ok()?;
    let lines: Promise = lines.dyn_into().ok()?;
    JsFuture::from(lines).await.ok()?.as_string()
}

/// A value that `boot.js` has set for the app.
fn boot_value(name: &str) -> Option<JsValue> {
    let texts = Reflect::get(&window(), &"parvisTexts".into()).ok()?;
    Reflect::get(&texts, &name.into()).ok()
}
