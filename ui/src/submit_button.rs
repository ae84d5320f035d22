//! The button that sends a form.

use leptos::prelude::*;

use crate::i18n::Text;

/// Sends the form it stands in. While `busy` it keeps the focus, as a disabled button would not;
/// the form has to ignore what is sent in the meantime.
#[component]
pub fn SubmitButton(
    /// Whether the form is being sent.
    #[prop(into)]
    busy: Signal<bool>,
    /// What it says.
    text: Text,
) -> impl IntoView {
    view! {
        <button type="submit" class="fr-btn" aria-disabled=move || busy.get().to_string()>
            {text}
        </button>
    }
}
