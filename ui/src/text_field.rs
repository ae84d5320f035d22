//! Text field with one line, and its label, hint and error.

use leptos::prelude::*;
use reactive_stores::Field;

use crate::dynamic;
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
    /// As [`TextInput`].
    autocomplete: &'static str,
    /// As [`TextInput`].
    #[prop(default = "text")]
    inputmode: &'static str,
    /// As [`TextInput`].
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let id = id.to_owned();
    view! {
        <Labelled id=id.clone() label hint error>
            <TextInput
                id
                value=Signal::derive(move || value.get())
                on_input=move |typed| value.set(typed)
                error
                has_hint=true
                autocomplete
                inputmode
                optional
            />
        </Labelled>
    }
}

/// The input of a text field, within [`Labelled`].
#[component]
pub fn TextInput(
    /// The identifier, as that of [`Labelled`].
    id: String,
    /// The value.
    value: Signal<String>,
    /// Called with what is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// The error, as that of [`Labelled`].
    error: Text,
    /// Whether [`Labelled`] has a hint.
    #[prop(optional)]
    has_hint: bool,
    /// The value of `type`.
    #[prop(default = "text")]
    kind: &'static str,
    /// The value of `autocomplete`: what the browser may fill in.
    autocomplete: &'static str,
    /// The value of `inputmode`: the keyboard that a phone shows.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let is_wrong = move || is_wrong(error);
    let class = Signal::derive(move || {
        if is_wrong() {
            "fr-input fr-input--error"
        } else {
            "fr-input"
        }
        .to_owned()
    });
    let described_by = if has_hint {
        format!("{id}-hint {id}-error")
    } else {
        format!("{id}-error")
    };
    view! {
        <input
            class=class
            id=id
            type=kind
            inputmode=inputmode
            autocomplete=autocomplete
            required=!optional
            aria-describedby=described_by
            aria-invalid=move || is_wrong().to_string()
            prop:value=move || value.get()
            on:input=move |event| on_input.run(event_target_value(&event))
        />
    }
}

/// A label and a hint before a field, and its error after it.
#[component]
pub fn Labelled(
    /// The identifier of the field; those of its messages are derived from it.
    id: String,
    /// The label.
    label: Text,
    /// What the field belongs to, for screen readers, where several have one label.
    #[prop(optional)]
    detail: Option<Text>,
    /// The hint: what may be typed.
    #[prop(optional)]
    hint: Option<Text>,
    /// The error; empty if there is none.
    error: Text,
    /// The field.
    children: Children,
) -> impl IntoView {
    let class = Signal::derive(move || {
        if is_wrong(error) {
            "fr-input-group fr-input-group--error"
        } else {
            "fr-input-group"
        }
        .to_owned()
    });
    let message = dynamic(move || {
        if is_wrong(error) {
            view! { <p class="fr-message fr-message--error">{error}</p> }.into_any()
        } else {
            ().into_any()
        }
    });
    let detail = detail.map(|detail| view! { <span class="fr-sr-only">" "{detail}</span> });
    let error_id = format!("{id}-error");
    let hint = hint.map(|hint| {
        view! {
            <p class="fr-hint-text" id=format!("{id}-hint")>
                {hint}
            </p>
        }
    });
    view! {
        <div class=class>
            <label class="fr-label" for=id>
                {label}
                {detail}
            </label>
            {hint}
            {children()}
            <div class="fr-messages-group" id=error_id aria-live="polite">
                {message}
            </div>
        </div>
    }
}

fn is_wrong(error: Text) -> bool {
    error.with(|error| !error.is_empty())
}
