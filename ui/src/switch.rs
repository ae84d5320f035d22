//! Switch for a setting that is on or off.

use leptos::prelude::*;
use reactive_stores::Field;

use crate::i18n::Text;

/// A native checkbox with its label.
#[component]
pub fn Switch(
    /// The identifier.
    id: String,
    /// The label.
    label: Text,
    /// Whether it is on.
    #[prop(into)]
    value: Field<bool>,
    /// Called at each change.
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
