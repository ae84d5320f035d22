//! Sign-out of another person's attendee account on this device.

use crate::i18n::guests::GuestTexts;
use leptos::prelude::*;
use parvis_ui::{Button, spawn};

use crate::api::{Api, ApiError};
use crate::i18n::guests::say;
use crate::join_attempt::PendingJoin;
use crate::problem_alert::ProblemIfAny;

/// Signs the other person out.
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
                    // The stored request contains the person's name.
                    PendingJoin::delete();
                    // If the browser refuses the address, the person stays on this page.
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
