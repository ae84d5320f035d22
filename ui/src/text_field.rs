//! Text field with one line, and its label, hint and error.

use crate::dynamic;
use leptos::prelude::*;
use reactive_stores::Field;

use crate::i18n::Text;

/// A text field. Its error is associated with it, and announced when it appears.
#[component]
pub fn TextField(
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
    /// The value of `autocomplete`: what the browser may fill in.
    autocomplete: &'static str,
    /// The value of `inputmode`: the keyboard that a phone shows.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let wrong = move || error.with(|error| !error.is_empty());
    let class = Signal::derive(move || {
        if wrong() {
            "fr-input fr-input--error"
        } else {
            "fr-input"
        }
        .to_owned()
    });
    view! {
        <Labelled id label hint error>
            <input
                class=class
                id=id
                type="text"
                inputmode=inputmode
                autocomplete=autocomplete
                required=!optional
                aria-describedby=format!("{id}-hint {id}-error")
                aria-invalid=move || wrong().to_string()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </Labelled>
    }
}

/// A label and a hint before a field, and its error after it.
#[component]
pub fn Labelled(
    id: &'static str,
    label: Text,
    hint: Text,
    error: Text,
    children: Children,
) -> impl IntoView {
    let wrong = move || error.with(|error| !error.is_empty());
    let class = Signal::derive(move || {
        if wrong() {
            "fr-input-group fr-input-group--error"
        } else {
            "fr-input-group"
        }
        .to_owned()
    });
    let message = dynamic(move || {
        if wrong() {
            view! { <p class="fr-message fr-message--error">{error}</p> }.into_any()
        } else {
            ().into_any()
        }
    });
    view! {
        <div class=class>
            <label class="fr-label" for=id>
                {label}
            </label>
            <p class="fr-hint-text" id=format!("{id}-hint")>
                {hint}
            </p>
            {children()}
            <div class="fr-messages-group" id=format!("{id}-error") aria-live="polite">
                {message}
            </div>
        </div>
    }
}
