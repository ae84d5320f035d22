//! The authorization endpoint: shows the accounts and redirects to the client.
//!
//! The request is part of the page's and of the form's address and is validated both times, so no state is
//! stored meanwhile.

use std::sync::Arc;

use axum::Form;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use url::Url;

use super::code::Grant;
use super::provider::Provider;
use super::request::{AuthorizationRequest, ErrorCode, RequestError};
use super::screen;
use crate::clock::Moment;
use crate::parameters::Parameters;

/// `GET /authorize`: the page with the accounts.
pub(super) async fn ask(
    State(provider): State<Arc<Provider>>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    match read(&provider, &query) {
        Ok(_) => screen::accounts(&provider, &query),
        Err(error) => refused(&provider, error),
    }
}

/// The submitted form: an account, or nothing for a refusal.
#[derive(Deserialize)]
pub(super) struct Decision {
    #[serde(default)]
    account: String,
}

/// `POST /decision`: the selected account.
pub(super) async fn decide(
    State(provider): State<Arc<Provider>>,
    RawQuery(query): RawQuery,
    Form(decision): Form<Decision>,
) -> Response {
    let request = match read(&provider, &query.unwrap_or_default()) {
        Ok(request) => request,
        Err(error) => return refused(&provider, error),
    };
    let Some(account) = provider.account(&decision.account) else {
        return refused(
            &provider,
            RequestError::Told {
                redirect_uri: request.redirect_uri,
                state: request.state,
                error: ErrorCode::AccessDenied,
                description: "the person refused",
            },
        );
    };
    let now = Moment::now();
    let grant = Grant {
        account,
        redirect_uri: request.redirect_uri.clone(),
        code_challenge: request.code_challenge,
        nonce: request.nonce,
        scope: request.scope,
        auth_time: now.unix_seconds(),
    };
    let code = provider.codes().issue(grant, now.instant);
    redirect_with(
        &provider,
        &request.redirect_uri,
        request.state.as_deref(),
        &[("code", &code)],
    )
}

fn read(provider: &Provider, query: &str) -> Result<AuthorizationRequest, RequestError> {
    AuthorizationRequest::read(&Parameters::parse(query.as_bytes()), &provider.client)
}

fn refused(provider: &Provider, error: RequestError) -> Response {
    match error {
        RequestError::Shown(sentence) => screen::refusal(provider, sentence),
        RequestError::Told {
            redirect_uri,
            state,
            error,
            description,
        } => redirect_with(
            provider,
            &redirect_uri,
            state.as_deref(),
            &[
                ("error", error.as_str()),
                ("error_description", description),
            ],
        ),
    }
}

/// Redirects to a registered address with a response. `iss` identifies the provider (RFC 9207).
fn redirect_with(
    provider: &Provider,
    redirect_uri: &str,
    state: Option<&str>,
    answer: &[(&str, &str)],
) -> Response {
    let Ok(mut target) = Url::parse(redirect_uri) else {
        tracing::error!(
            redirect_uri,
            "a registered redirect address is not an address"
        );
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    target
        .query_pairs_mut()
        .extend_pairs(answer)
        .extend_pairs(state.map(|state| ("state", state)))
        .append_pair("iss", &provider.issuer);
    Redirect::to(target.as_str()).into_response()
}
