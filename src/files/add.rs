//! The field that adds files.

use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use parvis_contract::file::FileType;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::list::Files;
use super::uploads::Uploads;
use crate::i18n::I18n;
use crate::i18n::files::{FileTexts, compose, say};
use crate::units::size;

const INPUT_ID: &str = "add-file";
const HINT_ID: &str = "add-file-hint";

/// Adds files, which are sent at once. The field is drawn as a button.
#[component]
pub fn AddFiles(
    files: Files,
    uploads: Uploads,
    /// Whether the room can have no more files.
    is_full: Memo<bool>,
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
        if let Some(chosen) = input.files() {
            for index in 0..chosen.length() {
                if let Some(file) = chosen.get(index) {
                    uploads.add(files.room, file);
                }
            }
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    // The field stays, so that it keeps the focus. What is dropped on it all the same is refused with a sentence.
    let open = move |event: MouseEvent| {
        if is_full.get_untracked() {
            event.prevent_default();
        }
    };
    let hint = compose(move |texts| {
        if is_full.get() {
            texts.limit(files.room_limit)
        } else {
            texts.add_detail(&size(max_bytes, i18n.tag()))
        }
    });
    view! {
        <div class="add-files">
            <input
                id=INPUT_ID
                class="fr-sr-only add-files__input"
                type="file"
                multiple
                accept=accepted.join(",")
                aria-describedby=HINT_ID
                aria-disabled=move || is_full.get().then_some("true")
                on:click=open
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
