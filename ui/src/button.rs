//! A button that does something on the page.

use leptos::prelude::*;

use crate::i18n::Text;

/// A button. Its accessible name starts with what is seen on it.
#[component]
pub fn Button(
    /// How it looks.
    class: &'static str,
    /// What is seen on it.
    text: Text,
    /// What only assistive technologies add to it.
    #[prop(optional, into)]
    detail: Option<Text>,
    /// Its identifier, for what moves the focus to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// While it is busy it keeps the focus, as a disabled button would not, and does nothing.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// What it does.
    on_press: Callback<()>,
) -> impl IntoView {
    let press = move |_| {
        if !busy.get_untracked() {
            on_press.run(());
        }
    };
    view! {
        <button
            type="button"
            id=id
            class=class
            aria-disabled=move || busy.get().to_string()
            on:click=press
        >
            {text}
            {detail.map(|detail| view! { <span class="fr-sr-only">" "{detail}</span> })}
        </button>
    }
}
