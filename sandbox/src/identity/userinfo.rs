//! The userinfo endpoint: the claims of the account of an access token (OpenID Connect Core 1.0, 5.3).

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use super::key::TokenKind;
use super::provider::Provider;
use crate::clock::Moment;

/// Returns the claims for a valid access token.
pub(super) async fn show(State(provider): State<Arc<Provider>>, headers: HeaderMap) -> Response {
    let Some(token) = bearer(&headers) else {
        return refused("Bearer");
    };
    match claims(&provider, token) {
        Some(claims) => (
            [(header::CACHE_CONTROL, "no-store")],
            Json(Value::Object(claims)),
        )
            .into_response(),
        None => refused("Bearer error=\"invalid_token\""),
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
}

fn claims(provider: &Provider, token: &str) -> Option<Map<String, Value>> {
    let token = provider.key.verify(TokenKind::Access, token)?;
    if token.get("exp")?.as_u64()? <= Moment::now().unix_seconds() {
        return None;
    }
    let account = provider.account(token.get("sub")?.as_str()?)?;
    Some(account.claims(token.get("scope")?.as_str()?))
}

fn refused(challenge: &'static str) -> Response {
    (
        StatusCode::UNAUTHORIZED,
        [(header::WWW_AUTHENTICATE, challenge)],
    )
        .into_response()
}
