//! Renaming a file, in a field in its row.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use parvis_contract::field::FieldReason;
use parvis_contract::file::{FileName, LONGEST_FILE_NAME};
use parvis_ui::{Button, SubmitButton, dynamic, focus_on, focus_soon};

use super::list::{FileRow, Files, RENAME};
use super::state::shown_name;
use crate::i18n::Text;
use crate::i18n::files::{FileTexts, compose, say};
use crate::i18n::forms::FormTexts;

/// The part of the field's identifier.
pub const NAME: &str = "name";

/// The field with the new name.
#[component]
pub fn RenameForm(files: Files, row: FileRow) -> impl IntoView {
    let field_id = row.element_id(NAME);
    let error_id = row.element_id("name-error");
    let error = RwSignal::new(None::<FieldReason>);
    let error_text: Text = compose(move |texts| match error.get() {
        None => String::new(),
        Some(FieldReason::Empty) => texts.name_missing().to_owned(),
        Some(other) => FormTexts(texts.0).text_refused(other, LONGEST_FILE_NAME),
    });
    let close = Callback::new(move |()| {
        row.update(|file| file.typed = None);
        row.dismiss();
        focus_soon(row.element_id(RENAME));
    });
    let save = {
        let field_id = field_id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let (typed, kind) = row.read_untracked(|file| {
                let typed = file.typed.clone().unwrap_or_default();
                (typed, file.remote.kind)
            });
            match FileName::parse(&typed, kind) {
                Ok(name) => {
                    files.rename(row, &name);
                    focus_soon(row.element_id(RENAME));
                }
                Err(reason) => {
                    error.set(Some(reason.into()));
                    focus_on(&field_id);
                }
            }
        }
    };
    let message = dynamic(move || {
        if error.get().is_some() {
            view! { <p class="fr-message fr-message--error">{error_text}</p> }.into_any()
        } else {
            ().into_any()
        }
    });
    view! {
        <form class="file__rename" novalidate on:submit=save>
            <label class="fr-label" for=field_id.clone()>
                {say(FileTexts::new_name)}
                <span class="fr-sr-only">
                    " " {compose(move |texts| format!("({})", texts.of(&row.read(shown_name))))}
                </span>
            </label>
            <input
                id=field_id
                class="fr-input"
                type="text"
                autocomplete="off"
                required
                aria-describedby=error_id.clone()
                aria-invalid=move || error.get().is_some().to_string()
                prop:value=move || row.read(|file| file.typed.clone().unwrap_or_default())
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    row.update(|file| file.typed = Some(typed));
                }
            />
            <div class="fr-messages-group" id=error_id aria-live="polite">
                {message}
            </div>
            <div class="file__actions">
                <SubmitButton
                    busy=false
                    text=compose(|texts| FormTexts(texts.0).save().to_owned())
                />
                <Button
                    class="fr-btn fr-btn--secondary"
                    text=compose(|texts| FormTexts(texts.0).shared().cancel().to_owned())
                    on_press=close
                />
            </div>
        </form>
    }
}
