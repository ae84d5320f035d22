//! The choice between a light and a dark page.

use leptos::prelude::*;
use parvis_ui::storage::BrowserStorage;

use crate::i18n::{Texts, say};

/// Where `boot.js` finds the choice again.
const STORAGE_KEY: &str = "parvis.scheme";
/// On the root element, for the style sheet.
const ATTRIBUTE: &str = "data-scheme";

type Name = fn(Texts) -> &'static str;

/// The schemes by their words on the root element. Without a word, the system chooses.
const SCHEMES: [(&str, Name); 3] = [
    ("", Texts::scheme_of_system),
    ("light", Texts::scheme_light),
    ("dark", Texts::scheme_dark),
];

/// The browser's own list of three. What is chosen holds at once, and at the next visit.
#[component]
pub fn SchemeChoice() -> impl IntoView {
    // As it is on the page by now, whether the browser keeps it or not.
    let root = document().document_element();
    let kept = root.and_then(|root| root.get_attribute(ATTRIBUTE));
    let kept = kept.unwrap_or_default();
    let options = SCHEMES.map(|(word, name)| {
        view! {
            <option value=word selected=word == kept>
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
        BrowserStorage::OnDevice.forget(STORAGE_KEY);
        root.remove_attribute(ATTRIBUTE)
    } else {
        // Where nothing can be stored, the choice holds until the page is left.
        BrowserStorage::OnDevice.keep(STORAGE_KEY, word);
        root.set_attribute(ATTRIBUTE, word)
    };
}
