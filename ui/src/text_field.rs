//! A field for one line of text, with its label, its hint and its error.

use crate::dynamic;
use leptos::prelude::*;
use reactive_stores::Field;

use crate::i18n::Text;

/// A text field. Its error is tied to it, and announced when it appears.
#[component]
pub fn TextField(
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
    /// What the browser may fill in.
    autocomplete: &'static str,
    /// The keyboard that a phone shows.
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

/// A field with its label and its hint before it, and its error behind it.
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
