//! Who is signed in, and the way in or out.

use leptos::prelude::*;

use crate::api::Api;
use crate::i18n::{I18n, compose, say};
use crate::navigation::Navigation;
use crate::portal::Portal;
use crate::route::Route;
use crate::ui::{Announcer, Button, spawn};

/// The signed-in name with "Se déconnecter", or "S'identifier".
#[component]
pub fn AccountTool() -> impl IntoView {
    match Portal::get().account_name() {
        Some(name) => view! { <SignedIn name /> }.into_any(),
        None => view! { <SignedOut /> }.into_any(),
    }
}

#[component]
fn SignedIn(name: String) -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let announcer = Announcer::get();
    let failed = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let sign_out = Callback::new(move |()| {
        // Busy until the page is left: a second sign-out would be answered with the portal's own
        // page, and the identity provider's would never be reached.
        busy.set(true);
        spawn(async move {
            match api.sign_out().await {
                Ok(next) => {
                    // An address that the browser refuses leaves the person where they are.
                    let _ = window().location().assign(&next.next);
                }
                Err(error) => {
                    busy.set(false);
                    failed.set(true);
                    announcer.announce(error.sentence(i18n.texts_now()));
                }
            }
        });
    });
    let text = compose(move |texts| {
        if failed.get() {
            texts.sign_out_again
        } else {
            texts.sign_out
        }
        .to_owned()
    });
    view! {
        <li class="header__account fr-icon-user-line">{name}</li>
        <li>
            <Button class="fr-btn fr-btn--tertiary fr-btn--sm" text busy on_press=sign_out />
        </li>
    }
}

#[component]
fn SignedOut() -> impl IntoView {
    let api = Api::get();
    let route = Navigation::get().route();
    // A link's secret stands in the fragment and must reach no server, so signing in cannot lead
    // back to a join page: it leads home.
    let address = Signal::derive(move || {
        let back = match route.get() {
            Route::Join(_) => Route::Home,
            other => other,
        };
        api.sign_in_address(&back.path())
    });
    view! {
        <li>
            <a class="fr-btn fr-btn--tertiary fr-btn--sm" href=address>
                {say(|texts| texts.sign_in)}
            </a>
        </li>
    }
}
