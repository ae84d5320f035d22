//! Renaming what a row shows, in a field in the row.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use parvis_contract::field::FieldReason;
use parvis_ui::{Button, Labelled, SubmitButton, TextInput, focus_on, focus_soon};

use super::{Row, RowValue};
use crate::i18n::{Text, Texts, say};

/// The part of the identifier of the button that opens the field.
pub const RENAME: &str = "rename";
/// The part of the field's identifier.
const NAME: &str = "name";

/// Something with a name that can be changed in its row.
pub trait Named: RowValue {
    /// The name to show, with what is pending.
    fn shown_name(&self) -> &str;
    /// The name that is being typed, while the field is open.
    fn typed(&self) -> Option<&str>;
    /// Opens the field with a name, or closes it.
    fn set_typed(&mut self, typed: Option<String>);
}

impl<V: Named> Row<V> {
    /// Opens the field with the name that is shown. If it is open, what is being typed stays.
    pub fn open_name(self) {
        self.update(|value| {
            if value.typed().is_none() {
                value.set_typed(Some(value.shown_name().to_owned()));
            }
        });
        focus_soon(self.element_id(NAME));
    }

    /// Closes the field, and gives the focus back to the button that opened it.
    pub fn close_name(self) {
        self.update(|value| value.set_typed(None));
        focus_soon(self.element_id(RENAME));
    }

    /// The field, while it is open. `save` closes it, or returns why it refuses what is typed.
    pub fn name_field(
        self,
        texts: NameField,
        save: impl Fn(&str) -> Result<(), FieldReason> + Send + Sync + 'static,
    ) -> AnyView {
        let save = move |()| {
            let typed = self.read_untracked(|value| value.typed().unwrap_or_default().to_owned());
            let result = save(&typed);
            if result.is_ok() {
                focus_soon(self.element_id(RENAME));
            }
            result.err()
        };
        let close = move |()| {
            self.dismiss();
            self.close_name();
        };
        let set = move |typed| self.update(|value| value.set_typed(Some(typed)));
        let value =
            Signal::derive(move || self.read(|value| value.typed().unwrap_or_default().to_owned()));
        view! {
            <RenameForm
                id=self.element_id(NAME)
                texts
                value
                on_input=Callback::new(set)
                save=Callback::new(save)
                on_close=Callback::new(close)
            />
        }
        .into_any()
    }
}

/// What the field says.
pub struct NameField {
    /// Its label.
    pub label: Text,
    /// What is renamed, for screen readers.
    pub detail: Text,
    /// The button that saves the name.
    pub save: Text,
    /// Why the name was refused: set when it is saved.
    pub refused: RwSignal<Option<FieldReason>>,
    /// The sentence for that; empty if there is none.
    pub error: Text,
}

/// The field, and the buttons that save or close it. Not generic, so that the compiler generates its code once.
#[component]
fn RenameForm(
    /// The identifier of the field.
    id: String,
    texts: NameField,
    value: Signal<String>,
    on_input: Callback<String>,
    /// Saves the name; returns why it is refused.
    save: Callback<(), Option<FieldReason>>,
    on_close: Callback<()>,
) -> impl IntoView {
    let NameField {
        label,
        detail,
        save: save_text,
        refused,
        error,
    } = texts;
    let submit = {
        let id = id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(reason) = save.run(()) {
                refused.set(Some(reason));
                focus_on(&id);
            }
        }
    };
    view! {
        <form class="rename" novalidate on:submit=submit>
            <Labelled id=id.clone() label detail error>
                <TextInput id value on_input error autocomplete="off" />
            </Labelled>
            <div class="rename__actions">
                <SubmitButton busy=false text=save_text />
                <Button
                    class="fr-btn fr-btn--secondary"
                    text=say(Texts::cancel)
                    on_press=on_close
                />
            </div>
        </form>
    }
}
