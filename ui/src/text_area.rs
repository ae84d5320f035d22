//! A field for several lines of text.

use leptos::prelude::*;
use reactive_stores::Field;

use super::text_field::Labelled;
use crate::i18n::Text;

/// A text field of several lines. Its error is tied to it, and announced when it appears.
#[component]
pub fn TextArea(
    /// The identifier of the field; its messages derive theirs from it.
    id: &'static str,
    /// The label.
    label: Text,
    /// What may be typed.
    hint: Text,
    /// What is typed.
    #[prop(into)]
    value: Field<String>,
    /// What is wrong with it; empty while nothing is.
    error: Text,
) -> impl IntoView {
    view! {
        <Labelled id label hint error>
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
