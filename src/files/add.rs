//! The field that adds files.

use leptos::ev::Event;
use leptos::prelude::*;
use parvis_contract::file::FileType;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::uploads::Uploads;
use crate::i18n::I18n;
use crate::i18n::files::{FileTexts, compose, say};
use crate::units::size;

const INPUT_ID: &str = "add-file";
const HINT_ID: &str = "add-file-hint";

/// Adds files, which are sent at once. The field is drawn as a button.
#[component]
pub fn AddFiles(
    uploads: Uploads,
    /// The maximum size of a file in bytes.
    max_bytes: u64,
) -> impl IntoView {
    let i18n = I18n::get();
    let accepted: Vec<String> = FileType::ALL
        .iter()
        .flat_map(|kind| kind.extensions())
        .map(|extension| format!(".{extension}"))
        .collect();
    let add = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else {
            return;
        };
        if let Some(files) = input.files() {
            for index in 0..files.length() {
                if let Some(file) = files.get(index) {
                    uploads.add(file);
                }
            }
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let hint = compose(move |texts| texts.add_detail(&size(max_bytes, i18n.tag())));
    view! {
        <div class="add-files">
            <input
                id=INPUT_ID
                class="fr-sr-only add-files__input"
                type="file"
                multiple
                accept=accepted.join(",")
                aria-describedby=HINT_ID
                on:change=add
            />
            <label class="fr-btn" for=INPUT_ID>
                {say(FileTexts::add)}
            </label>
            <p class="fr-hint-text" id=HINT_ID>
                {hint}
            </p>
        </div>
    }
}
