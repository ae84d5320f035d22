//! The sign-out endpoint (RP-Initiated Logout 1.0).
//!
//! There is no session to end: it validates the request and redirects back.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use url::Url;

use super::key::TokenKind;
use super::provider::Provider;
use super::screen;
use crate::parameters::Parameters;

pub(super) async fn end_by_get(
    State(provider): State<Arc<Provider>>,
    RawQuery(query): RawQuery,
) -> Response {
    end(
        &provider,
        &Parameters::parse(query.unwrap_or_default().as_bytes()),
    )
}

pub(super) async fn end_by_post(State(provider): State<Arc<Provider>>, body: Bytes) -> Response {
    end(&provider, &Parameters::parse(&body))
}

fn end(provider: &Provider, parameters: &Parameters) -> Response {
    // An expired hint is accepted; only its signature matters.
    let is_ours = |hint| provider.key.verify(TokenKind::Id, hint).is_some();
    if parameters
        .filled("id_token_hint")
        .is_some_and(|hint| !is_ours(hint))
    {
        return screen::refusal(provider, "La session à fermer n’est pas de ce fournisseur.");
    }
    if parameters
        .filled("client_id")
        .is_some_and(|id| id != provider.client.id)
    {
        return screen::refusal(
            provider,
            "Le service qui demande la déconnexion est inconnu.",
        );
    }
    let Some(uri) = parameters.filled("post_logout_redirect_uri") else {
        return screen::signed_out(provider);
    };
    if !provider.client.may_return_to(uri) {
        return screen::refusal(provider, "L’adresse de retour n’est pas enregistrée.");
    }
    let Ok(mut target) = Url::parse(uri) else {
        tracing::error!(uri, "a registered post-logout address is not an address");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if let Some(state) = parameters.filled("state") {
        target.query_pairs_mut().append_pair("state", state);
    }
    Redirect::to(target.as_str()).into_response()
}
