//! Home page of visitors.

use crate::i18n::guests::GuestTexts;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use parvis_contract::instance::LinkName;
use parvis_ui::{ExternalLink, dynamic};

use crate::address::{Address, return_path};
use crate::api::Api;
use crate::code::CodePanel;
use crate::conference_error::ConferenceErrorAlert;
use crate::i18n::guests::{compose, say};
use crate::page_title::Title;
use crate::portal::Portal;
use crate::sign_in_error::SignInErrorAlert;
use crate::sign_out_error::SignOutErrorAlert;

/// A link to sign in, and what a guest needs.
#[component]
pub fn VisitorHome() -> impl IntoView {
    let api = Api::get();
    let location = use_location();
    let path = location.pathname;
    let provider = Portal::get().instance(|instance| instance.agents_provider.clone());
    let provider = StoredValue::new(provider);
    let organise = compose(move |texts| provider.with_value(|name| texts.organise_with(name)));
    let sign_in = compose(move |texts| provider.with_value(|name| texts.sign_in_with(name)));
    let address = Signal::derive(move || {
        api.sign_in_address(&return_path(&path.read(), &location.search.read()))
    });
    // At the address of a dialog or a form, a sentence says why it is not shown.
    let elsewhere = dynamic(move || {
        if *path.read() == Address::Home.path() {
            ().into_any()
        } else {
            view! { <p class="fr-text--lead">{say(GuestTexts::sign_in_to_see)}</p> }.into_any()
        }
    });
    let help = Portal::get()
        .instance(|instance| instance.links.get(LinkName::SigningIn))
        .map(|href| {
            view! {
                <p class="panel__help">
                    <ExternalLink
                        href
                        text=say(GuestTexts::how_to_sign_in)
                        class="fr-link fr-link--sm"
                    />
                </p>
            }
        });
    view! {
        <div class="fr-container page">
            <Title text=say(GuestTexts::visitor_title) />
            <SignInErrorAlert />
            <SignOutErrorAlert />
            <ConferenceErrorAlert />
            {elsewhere}
            <div class="panels">
                <CodePanel />
                <section class="panel">
                    <h2 class="panel__title">{say(GuestTexts::organise)}</h2>
                    <p>{organise}</p>
                    <a class="fr-btn" href=address rel="external">
                        {sign_in}
                    </a>
                    {help}
                </section>
            </div>
            <p>{say(GuestTexts::take_part_by_link)}</p>
        </div>
    }
}
