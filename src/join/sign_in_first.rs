//! An authenticated link, and nobody who is signed in at the attendees' identity provider.

use crate::i18n::guests::GuestTexts;
use leptos::prelude::*;

use crate::api::Api;
use crate::i18n::guests::{compose, say};
use crate::page_title::Title;
use crate::portal::Portal;

/// Says what the link takes, and where to sign in. The link's secret waits in this tab meanwhile.
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
