//! Switch for a setting that is on or off.

use leptos::prelude::*;

use crate::i18n::Text;

/// A native checkbox with its label.
#[component]
pub fn Switch(
    /// The identifier.
    id: String,
    /// The label.
    label: Text,
    /// What the setting belongs to, for screen readers, where several switches have one label.
    #[prop(optional)]
    detail: Option<Text>,
    /// Whether it is on.
    #[prop(into)]
    value: Signal<bool>,
    /// Called at each change, with whether it is to be on.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    let detail = detail.map(|detail| view! { <span class="fr-sr-only">" "{detail}</span> });
    view! {
        <div class="switch">
            <input
                class="switch__box"
                id=id.clone()
                type="checkbox"
                prop:checked=move || value.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <label class="fr-label switch__label" for=id>
                {label}
                {detail}
            </label>
        </div>
    }
}
