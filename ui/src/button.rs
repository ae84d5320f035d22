//! Button with an action on the page.

use leptos::prelude::*;

use crate::i18n::Text;

/// A button. Its accessible name starts with its visible text.
#[component]
pub fn Button(
    /// The classes.
    class: &'static str,
    /// The visible text.
    text: Text,
    /// A shorter text for narrow windows.
    #[prop(optional, into)]
    short: Option<Text>,
    /// Text for assistive technologies only.
    #[prop(optional, into)]
    detail: Option<Text>,
    /// The identifier, for focus management.
    #[prop(optional, into)]
    id: Option<String>,
    /// While it is busy, the button does nothing and keeps the focus, which a disabled button would lose.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The action.
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
            {match short {
                None => text.into_any(),
                Some(short) => {
                    view! {
                        <span class="in-wide-window">{text}</span>
                        <span class="in-narrow-window">{short}</span>
                    }
                        .into_any()
                }
            }}
            {detail.map(|detail| view! { <span class="fr-sr-only">" "{detail}</span> })}
        </button>
    }
}
