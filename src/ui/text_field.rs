//! A field for one line of text, with its label, its hint and its error.

use leptos::prelude::*;

use super::{flag, live, nothing};
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
    value: RwSignal<String>,
    /// What is wrong with it; empty while nothing is.
    error: Text,
    /// What the browser may fill in.
    autocomplete: &'static str,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described_by = format!("{hint_id} {error_id}");
    let wrong = move || error.with(|error| !error.is_empty());
    let class = move |right: &'static str, wrong_too: &'static str| {
        Signal::derive(move || if wrong() { wrong_too } else { right }.to_owned())
    };
    let message = live(move || {
        if wrong() {
            view! { <p class="fr-message fr-message--error">{error}</p> }.into_any()
        } else {
            nothing()
        }
    });
    view! {
        <div class=class("fr-input-group", "fr-input-group fr-input-group--error")>
            <label class="fr-label" for=id>
                {label}
            </label>
            <p class="fr-hint-text" id=hint_id>
                {hint}
            </p>
            <input
                class=class("fr-input", "fr-input fr-input--error")
                id=id
                type="text"
                autocomplete=autocomplete
                required
                aria-describedby=described_by
                aria-invalid=flag(wrong)
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
            <div class="fr-messages-group" id=error_id aria-live="polite">
                {message}
            </div>
        </div>
    }
}
