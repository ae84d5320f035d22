//! Colour scheme: light, dark, or as the system.

use leptos::prelude::*;
use parvis_ui::storage::BrowserStorage;

use crate::i18n::{Texts, say};

/// The storage key of the choice, which `boot.js` reads.
const STORAGE_KEY: &str = "parvis.scheme";
/// The attribute on the root element, for the style sheet.
const ATTRIBUTE: &str = "data-scheme";

type TextFn = fn(Texts) -> &'static str;

/// The schemes by their value of the attribute. Without one, the system chooses.
const SCHEMES: [(&str, TextFn); 3] = [
    ("", Texts::scheme_of_system),
    ("light", Texts::scheme_light),
    ("dark", Texts::scheme_dark),
];

/// A native select element. A choice applies at once, and at the next visit.
#[component]
pub fn SchemeChoice() -> impl IntoView {
    // The scheme of the page, whether the browser has stored it or not.
    let root = document().document_element();
    let chosen = root.and_then(|root| root.get_attribute(ATTRIBUTE));
    let chosen = chosen.unwrap_or_default();
    let options = SCHEMES.map(|(word, name)| {
        view! {
            <option value=word selected=word == chosen>
                {say(name)}
            </option>
        }
    });
    view! {
        <label class="footer__scheme">
            {say(Texts::scheme)} " "
            <select on:change=move |event| choose(
                &event_target_value(&event),
            )>{options.into_iter().collect_view()}</select>
        </label>
    }
}

fn choose(word: &str) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Setting and removing an attribute of a fixed, valid name cannot fail.
    let _ = if word.is_empty() {
        BrowserStorage::Local.remove(STORAGE_KEY);
        root.remove_attribute(ATTRIBUTE)
    } else {
        // Without storage, the choice holds until the page is left.
        BrowserStorage::Local.set(STORAGE_KEY, word);
        root.set_attribute(ATTRIBUTE, word)
    };
}
