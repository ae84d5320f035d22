//! The introspection endpoint: whether an access token is active, and whose it is (RFC 7662).

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use super::key::TokenKind;
use super::provider::Provider;
use super::token::{TokenError, authenticate};
use crate::clock::Moment;
use crate::parameters::Parameters;

/// `POST /introspect`: for the registered client alone. Whatever is not an active access token is reported alike.
pub(super) async fn introspect(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, TokenError> {
    let parameters = Parameters::parse(&body);
    if parameters.has_repetition() {
        return Err(TokenError::InvalidRequest("a parameter is repeated"));
    }
    authenticate(&provider.client, &headers, &parameters)?;
    let token = parameters
        .filled("token")
        .ok_or(TokenError::InvalidRequest("token is missing"))?;
    let answer = match active(&provider, token) {
        Some(mut claims) => {
            claims.insert("active".to_owned(), json!(true));
            claims.insert("token_type".to_owned(), json!("Bearer"));
            Value::Object(claims)
        }
        None => json!({ "active": false }),
    };
    let no_store = [(header::CACHE_CONTROL, "no-store")];
    Ok((no_store, Json(answer)).into_response())
}

/// The claims of an active access token.
fn active(provider: &Provider, token: &str) -> Option<Map<String, Value>> {
    let claims = provider.key.verify(TokenKind::Access, token)?;
    if claims.get("exp")?.as_u64()? <= Moment::now().unix_seconds() {
        return None;
    }
    provider.account(claims.get("sub")?.as_str()?)?;
    claims.as_object().cloned()
}
