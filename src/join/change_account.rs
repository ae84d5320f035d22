//! Somebody else is signed in on this machine.

use crate::i18n::guests::GuestTexts;
use leptos::prelude::*;
use parvis_ui::{Button, spawn};

use crate::api::{Api, ApiError};
use crate::entry::Wish;
use crate::i18n::guests::say;
use crate::problem_alert::ProblemIfAny;

/// Signs that person out.
#[component]
pub fn ChangeAccount() -> impl IntoView {
    let api = Api::get();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let change = Callback::new(move |()| {
        busy.set(true);
        spawn(async move {
            match api.sign_attendee_out().await {
                Ok(signed_out) => {
                    // It greets the person by name.
                    Wish::forget();
                    // An address that the browser refuses leaves the person where they are.
                    let _ = window().location().assign(&signed_out.next);
                }
                Err(error) => {
                    failed.try_set(Some(error));
                    busy.try_set(false);
                }
            }
        });
    });
    view! {
        <Button
            class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
            text=say(GuestTexts::change_account)
            busy
            on_press=change
        />
        <ProblemIfAny what=say(|texts| texts.shared().not_signed_out()) error=failed />
    }
}
