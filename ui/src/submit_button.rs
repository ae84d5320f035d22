//! Submit button of a form.

use leptos::prelude::*;

use crate::i18n::Text;

/// Submits its form. While `busy`, it keeps the focus, which a disabled button would lose; the form has to
/// ignore further submissions.
#[component]
pub fn SubmitButton(
    /// Whether the form is being submitted.
    #[prop(into)]
    busy: Signal<bool>,
    /// The text.
    text: Text,
) -> impl IntoView {
    view! {
        <button type="submit" class="fr-btn" aria-disabled=move || busy.get().to_string()>
            {text}
        </button>
    }
}
