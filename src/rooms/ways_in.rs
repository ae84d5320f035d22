//! Entering a connection code, and opening a temporary meeting. In a narrow window they are two buttons, so that the
//! rooms come first.

use leptos::prelude::*;
use parvis_ui::focus_soon;

use super::temporary::TemporaryMeeting;
use crate::code::CodePanel;
use crate::home_ids::{CODE_BUTTON_ID, CODE_ID};
use crate::i18n::agents::{AgentTexts, say};

/// The two panels above the rooms.
#[component]
pub fn WaysIn() -> impl IntoView {
    let is_open = RwSignal::new(false);
    let toggle = move |_| {
        is_open.update(|is_open| *is_open = !*is_open);
        // Does nothing if the fields are hidden.
        focus_soon(CODE_ID.to_owned());
    };
    view! {
        <div class="panels panels--narrow-buttons">
            <button
                type="button"
                id=CODE_BUTTON_ID
                class="fr-btn fr-btn--secondary panels__opener"
                aria-expanded=move || is_open.get().to_string()
                on:click=toggle
            >
                {say(AgentTexts::enter_code_short)}
            </button>
            <CodePanel />
            <TemporaryMeeting />
        </div>
    }
}
