//! Sign-in request for an authenticated link, if nobody is signed in at the attendees' identity provider.

use crate::i18n::guests::GuestTexts;
use leptos::prelude::*;

use crate::api::Api;
use crate::i18n::guests::{compose, say};
use crate::page_title::Title;
use crate::portal::Portal;

/// Explains what the link requires, with a link to sign in. The secret is kept in session storage meanwhile.
#[component]
pub fn SignInFirst() -> impl IntoView {
    let provider = Portal::get()
        .instance(|instance| instance.attendees_provider.clone())
        .unwrap_or_default();
    let name = provider.clone();
    let why = compose(move |texts| texts.authenticated_detail(&provider));
    let sign_in = compose(move |texts| texts.sign_in_with(&name));
    view! {
        <Title text=say(GuestTexts::authenticated_title) />
        <p class="fr-text--lead">{why}</p>
        <a class="fr-btn" href=Api::get().attendee_sign_in_address() rel="external">
            {sign_in}
        </a>
    }
}
