//! Button that deletes the name remembered on the device.

use crate::i18n::guests::GuestTexts;
use leptos::prelude::*;
use parvis_ui::{Button, dynamic, focus_on};
use reactive_stores::Store;

use super::remembered::{self, NAME_ID};
use crate::i18n::guests::say;
use crate::join_attempt::PendingJoin;
use crate::portal::Portal;

/// Deletes the name, if one is remembered.
#[component]
pub fn ForgetName(name: Store<String>) -> impl IntoView {
    let is_remembered =
        RwSignal::new(Portal::get().account_name().is_none() && remembered::name().is_some());
    let forget = Callback::new(move |()| {
        remembered::forget();
        PendingJoin::delete();
        is_remembered.set(false);
        name.set(String::new());
        focus_on(NAME_ID);
    });
    dynamic(move || {
        if is_remembered.get() {
            view! {
                <Button
                    class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
                    text=say(GuestTexts::forget_name)
                    on_press=forget
                />
            }
            .into_any()
        } else {
            ().into_any()
        }
    })
}
