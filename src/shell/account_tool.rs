//! Account in the header: who is signed in, with a button to sign in or out.

use crate::i18n::Texts;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use parvis_ui::{Button, spawn};

use crate::address::return_path;
use crate::api::{Api, ApiError};
use crate::i18n::shared::texts_untracked;
use crate::i18n::{I18n, say};
use crate::page_load;
use crate::portal::Portal;
use crate::problem_alert::ProblemIfAny;
use crate::sign_out;
use crate::tabs::{self, TabMessage};

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
    let (api, i18n) = (Api::get(), I18n::get());
    let failed = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let sign_out = Callback::new(move |()| {
        // Busy until the page is left: the response to a second sign-out would lead to the portal's own page,
        // and not to the identity provider's.
        busy.set(true);
        failed.set(None);
        sign_out::set_in_progress(true);
        spawn(async move {
            match api.sign_out().await {
                Ok(next) => {
                    sign_out::delete_personal_data(texts_untracked(i18n).signed_out());
                    tabs::broadcast(TabMessage::SignedOut);
                    if window().location().assign(&next.next).is_err() {
                        page_load::reload();
                    }
                }
                Err(error) => {
                    sign_out::set_in_progress(false);
                    busy.set(false);
                    failed.set(Some(error));
                }
            }
        });
    });
    view! {
        <li class="header__account fr-icon-user-line">{name}</li>
        <li>
            <Button
                class="fr-btn fr-btn--tertiary fr-btn--sm"
                text=say(Texts::sign_out)
                busy
                on_press=sign_out
            />
            <ProblemIfAny what=say(Texts::not_signed_out) error=failed />
        </li>
    }
}

#[component]
fn SignedOut() -> impl IntoView {
    let api = Api::get();
    let location = use_location();
    // The secret of a link is in the fragment, which is not sent to a server: it is kept in session storage
    // meanwhile.
    let address = Signal::derive(move || {
        let back = return_path(&location.pathname.read(), &location.search.read());
        api.sign_in_address(&back)
    });
    view! {
        <li>
            <a class="fr-btn fr-btn--tertiary fr-btn--sm" href=address rel="external">
                {say(Texts::sign_in)}
            </a>
        </li>
    }
}
