//! What a person reads when the backend cannot do what they asked.

use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;

use super::{Alert, AlertKind, Button, nothing};
use crate::api::{Api, ApiError};
use crate::i18n::{Text, compose, say};
use crate::route::Route;

/// What failed, why, and the way on: signing in again where that is what is missing, else trying
/// again where the caller can.
#[component]
pub fn ProblemAlert(
    /// What failed.
    what: Text,
    /// Why.
    error: ApiError,
    /// Tries once more.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
    /// Where signing in leads back to; to this page where nothing is said.
    #[prop(optional, into)]
    return_to: Option<Route>,
) -> impl IntoView {
    let way_on = if error.kind() == Some(ProblemKind::SignInRequired) {
        let here = || window().location().pathname().unwrap_or_default();
        let address = Api::get().sign_in_address(&return_to.map_or_else(here, Route::path));
        view! { <a class="fr-btn fr-btn--sm" href=address>{say(|texts| texts.sign_in)}</a> }
            .into_any()
    } else if let Some(retry) = retry {
        view! { <Button class="fr-btn fr-btn--sm" text=say(|texts| texts.retry) on_press=retry /> }
            .into_any()
    } else {
        nothing()
    };
    let sentence = compose(move |texts| error.sentence(texts));
    view! {
        <Alert kind=AlertKind::Error title=what>
            <p>{sentence}</p>
            {way_on}
        </Alert>
    }
}
