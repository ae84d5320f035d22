//! Renaming a recording, in a field in its row.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use parvis_contract::field::FieldReason;
use parvis_contract::recording::RecordingName;
use parvis_ui::{Button, Labelled, SubmitButton, TextInput, focus_on, focus_soon};

use super::list::{RENAME, RecordingRow, Recordings};
use super::state::shown_name;
use crate::i18n::Text;
use crate::i18n::forms::FormTexts;
use crate::i18n::recordings::{RecordingTexts, compose, say};

/// The part of the field's identifier.
pub const NAME: &str = "name";

/// The field with the new name.
#[component]
pub fn RenameForm(recordings: Recordings, row: RecordingRow) -> impl IntoView {
    let field_id = row.element_id(NAME);
    let refused = RwSignal::new(None::<FieldReason>);
    let error: Text = compose(move |texts| match refused.get() {
        None => String::new(),
        Some(FieldReason::Empty) => texts.name_missing().to_owned(),
        Some(other) => FormTexts(texts.0).text_refused(other, RecordingName::MAX),
    });
    let close = Callback::new(move |()| {
        row.update(|recording| recording.typed = None);
        row.dismiss();
        focus_soon(row.element_id(RENAME));
    });
    let save = {
        let field_id = field_id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let typed = row.read_untracked(|recording| recording.typed.clone().unwrap_or_default());
            match RecordingName::parse(&typed) {
                Ok(name) => {
                    recordings.rename(row, name.into());
                    focus_soon(row.element_id(RENAME));
                }
                Err(reason) => {
                    refused.set(Some(reason.into()));
                    focus_on(&field_id);
                }
            }
        }
    };
    let typed = move || row.read(|recording| recording.typed.clone().unwrap_or_default());
    let type_name = move |typed| row.update(|recording| recording.typed = Some(typed));
    view! {
        <form class="recording__rename" novalidate on:submit=save>
            <Labelled
                id=field_id.clone()
                label=say(RecordingTexts::new_name)
                detail=compose(move |texts| format!("({})", texts.of(&row.read(shown_name))))
                error
            >
                <TextInput
                    id=field_id
                    value=Signal::derive(typed)
                    on_input=type_name
                    error
                    autocomplete="off"
                />
            </Labelled>
            <div class="recording__actions">
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
