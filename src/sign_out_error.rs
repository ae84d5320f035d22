//! Incomplete sign-out: the backend redirects here, and says so in the query.

use crate::i18n::guests::GuestTexts;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use parvis_ui::{Alert, AlertKind};

use crate::address::Navigator;
use crate::i18n::guests::{compose, say};
use crate::portal::Portal;

/// A notice that the person is signed out in this browser, but perhaps not at the identity provider.
#[component]
pub fn SignOutErrorAlert() -> impl IntoView {
    let query = use_query_map();
    let provider = query.with_untracked(|query| {
        Portal::get().instance(|instance| match query.get_str("sign-out")? {
            "incomplete" => Some(instance.agents_provider.clone()),
            "attendee-incomplete" => instance.attendees_provider.clone(),
            _ => None,
        })
    });
    provider.map(|provider| {
        Navigator::get().remove_error_parameter();
        let detail = compose(move |texts| texts.sign_out_incomplete(&provider));
        view! {
            <Alert kind=AlertKind::Info title=say(GuestTexts::signed_out_here)>
                <p>{detail}</p>
            </Alert>
        }
    })
}
