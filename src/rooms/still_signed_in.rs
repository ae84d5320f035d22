//! Notice that the former session still holds, after another sign-in failed, as by going back in the browser.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use parvis_ui::{Alert, AlertKind};

use crate::address::Navigator;
use crate::i18n::agents::{compose, say};
use crate::portal::Portal;

/// The account that is signed in, if the last sign-in failed: the person may have chosen another account.
#[component]
pub fn StillSignedIn() -> impl IntoView {
    let query = use_query_map();
    let sign_in_failed = query.with_untracked(|query| query.get_str("sign-in").is_some());
    sign_in_failed.then(|| {
        Navigator::get().remove_error_parameter();
        let name = Portal::get().account_name().unwrap_or_default();
        let title = compose(move |texts| texts.still_signed_in(&name));
        view! {
            <Alert kind=AlertKind::Info title>
                <p>{say(AgentTexts::still_signed_in_detail)}</p>
            </Alert>
        }
    })
}
