//! Files with the texts of each language. `boot.js` fetches them, each once; a failed one is fetched again.

use std::pin::Pin;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use parvis_contract::language::Language;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A part of the texts of a language: a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the first pages show. `boot.js` fetches it in parallel with the wasm.
    First,
    /// What only the pages in [`CHUNKS_WITH_FURTHER_TEXTS`](super::further::CHUNKS_WITH_FURTHER_TEXTS) show.
    Further,
}

/// A file with texts could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("texts of the language could not be loaded")]
pub struct NotLoaded;

/// The lines of a file. They are on their way before this is polled.
pub type Lines = Pin<Box<dyn Future<Output = Result<String, NotLoaded>>>>;

/// Requests a file.
pub fn request(language: Language, part: Part) -> Lines {
    let lines = promise(language, part).map(JsFuture::from);
    Box::pin(async move {
        let lines = lines.ok_or(NotLoaded)?.await;
        let lines = lines.ok().and_then(|lines| lines.as_string());
        lines.ok_or(NotLoaded)
    })
}

fn promise(language: Language, part: Part) -> Option<Promise> {
    let load: Function = boot_value("load")?.dyn_into().ok()?;
    let part = match part {
        Part::First => 0,
        Part::Further => 1,
    };
    let lines = load.call2(&JsValue::UNDEFINED, &language.tag().into(), &part.into());
    lines.ok()?.dyn_into().ok()
}

/// A value that `boot.js` has set for the app.
pub fn boot_value(name: &str) -> Option<JsValue> {
    let texts = Reflect::get(&window(), &"parvisTexts".into()).ok()?;
    Reflect::get(&texts, &name.into()).ok()
}
