//! A setting that is on or off.

use leptos::prelude::*;
use reactive_stores::Field;

use crate::i18n::Text;

/// A checkbox with its label at its side: the browser's own, so that it works everywhere.
#[component]
pub fn Switch(
    /// The identifier.
    id: String,
    /// What is on or off.
    label: Text,
    /// Whether it is on.
    #[prop(into)]
    value: Field<bool>,
    /// Hears of each change.
    #[prop(optional, into)]
    on_change: Option<Callback<bool>>,
) -> impl IntoView {
    view! {
        <div class="switch">
            <input
                class="switch__box"
                id=id.clone()
                type="checkbox"
                prop:checked=move || value.get()
                on:change=move |event| {
                    let is_on = event_target_checked(&event);
                    value.set(is_on);
                    if let Some(on_change) = on_change {
                        on_change.run(is_on);
                    }
                }
            />
            <label class="fr-label switch__label" for=id>
                {label}
            </label>
        </div>
    }
}
