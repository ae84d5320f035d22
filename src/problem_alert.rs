//! Error message for a request that failed.

use crate::i18n::Texts;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use parvis_contract::problem::ProblemKind;
use parvis_ui::{Alert, AlertKind, Button, dynamic};

use crate::address::return_path;
use crate::api::{Api, ApiError};
use crate::i18n::{Text, compose, say};

/// What failed and why, with a link to sign in if that is required, else a retry button if the caller can
/// retry.
#[component]
pub fn ProblemAlert(
    /// What failed.
    what: Text,
    /// The reason.
    error: ApiError,
    /// Sends the request again.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    problem(what, error, retry)
}

fn problem(what: Text, error: ApiError, retry: Option<Callback<()>>) -> AnyView {
    let action = if error.kind() == Some(ProblemKind::SignInRequired) {
        let location = use_location();
        let back = return_path(
            &location.pathname.get_untracked(),
            &location.search.get_untracked(),
        );
        let address = Api::get().sign_in_address(&back);
        view! {
            <a class="fr-btn fr-btn--sm" href=address rel="external">
                {say(Texts::sign_in)}
            </a>
        }
        .into_any()
    } else if let Some(retry) = retry {
        view! { <Button class="fr-btn fr-btn--sm" text=say(Texts::retry) on_press=retry /> }
            .into_any()
    } else {
        ().into_any()
    };
    let sentence = compose(move |texts| error.message(texts));
    view! {
        <Alert kind=AlertKind::Error title=what>
            <p>{sentence}</p>
            {action}
        </Alert>
    }
    .into_any()
}

/// A [`ProblemAlert`] while there is an error.
#[component]
pub fn ProblemIfAny(
    /// What failed.
    what: Text,
    /// The reason, if it failed.
    #[prop(into)]
    error: Signal<Option<ApiError>>,
    /// Sends the request again.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    dynamic(move || match error.get() {
        Some(error) => problem(what, error, retry),
        None => ().into_any(),
    })
}
