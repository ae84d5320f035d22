//! Text field with several lines.

use leptos::prelude::*;
use reactive_stores::Field;

use super::text_field::Labelled;
use crate::i18n::Text;

/// A text field with several lines. Its error is associated with it, and announced when it appears.
#[component]
pub fn TextArea(
    /// The identifier of the field; those of its messages are derived from it.
    id: &'static str,
    /// The label.
    label: Text,
    /// The hint: what may be typed.
    hint: Text,
    /// The value.
    #[prop(into)]
    value: Field<String>,
    /// The error; empty if there is none.
    error: Text,
) -> impl IntoView {
    view! {
        <Labelled id=id.to_owned() label hint error>
            <textarea
                class="fr-input"
                id=id
                rows="3"
                aria-describedby=format!("{id}-hint {id}-error")
                aria-invalid=move || (error.with(|error| !error.is_empty())).to_string()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
        </Labelled>
    }
}
