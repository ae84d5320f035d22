//! A sign-out that may not have gone all the way: the backend leads back here and says so in the query.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use parvis_ui::{Alert, AlertKind};

use crate::i18n::guests::{compose, say};
use crate::portal::Portal;

/// That the person is signed out in this browser, but perhaps not at the identity provider.
#[component]
pub fn SignOutTrouble() -> impl IntoView {
    let query = use_query_map();
    let is_incomplete =
        query.with_untracked(|query| query.get_str("sign-out") == Some("incomplete"));
    is_incomplete.then(|| {
        let provider = Portal::get().instance(|instance| instance.agents_provider.clone());
        let detail = compose(move |texts| (texts.sign_out_incomplete)(&provider));
        view! {
            <Alert kind=AlertKind::Info title=say(|texts| texts.signed_out_here)>
                <p>{detail}</p>
            </Alert>
        }
    })
}
