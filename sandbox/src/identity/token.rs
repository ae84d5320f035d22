//! The token endpoint: exchanges a code for an ID token and an access token (OpenID Connect Core 1.0, 3.1.3).

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD as BASE64, URL_SAFE_NO_PAD as BASE64URL};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::code::Grant;
use super::key::TokenKind;
use super::provider::{Client, Provider};
use crate::clock::Moment;
use crate::parameters::Parameters;
use crate::random;

/// The lifetime of an ID token in seconds: it is validated once, immediately.
const ID_TOKEN_LIFETIME: u64 = 300;

/// The error codes of RFC 6749, 5.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum TokenError {
    #[error("{0}")]
    InvalidRequest(&'static str),
    #[error("the client is unknown or its secret is wrong")]
    InvalidClient,
    #[error("{0}")]
    InvalidGrant(&'static str),
    #[error("only authorization_code is supported")]
    UnsupportedGrantType,
}

impl TokenError {
    fn code(self) -> &'static str {
        match self {
            Self::InvalidRequest(_) => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant(_) => "invalid_grant",
            Self::UnsupportedGrantType => "unsupported_grant_type",
        }
    }
}

impl IntoResponse for TokenError {
    fn into_response(self) -> Response {
        let body = Json(json!({ "error": self.code(), "error_description": self.to_string() }));
        let no_store = [(header::CACHE_CONTROL, "no-store")];
        if self == Self::InvalidClient {
            let challenge = [(header::WWW_AUTHENTICATE, "Basic realm=\"token\"")];
            return (StatusCode::UNAUTHORIZED, challenge, no_store, body).into_response();
        }
        (StatusCode::BAD_REQUEST, no_store, body).into_response()
    }
}

/// `POST /token`
pub(super) async fn redeem(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, TokenError> {
    let parameters = Parameters::parse(&body);
    if parameters.has_repetition() {
        return Err(TokenError::InvalidRequest("a parameter is repeated"));
    }
    authenticate(&provider.client, &headers, &parameters)?;
    match parameters.filled("grant_type") {
        Some("authorization_code") => {}
        Some(_) => return Err(TokenError::UnsupportedGrantType),
        None => return Err(TokenError::InvalidRequest("grant_type is missing")),
    }
    let grant = granted(&provider, &parameters)?;
    let no_store = [(header::CACHE_CONTROL, "no-store")];
    Ok((no_store, Json(tokens(&provider, &grant))).into_response())
}

/// Authenticates by `client_secret_basic` or `client_secret_post`.
pub(super) fn authenticate(
    client: &Client,
    headers: &HeaderMap,
    parameters: &Parameters,
) -> Result<(), TokenError> {
    let basic = headers.get(header::AUTHORIZATION);
    let (id, secret) = match (basic, parameters.get("client_secret")) {
        (Some(_), Some(_)) => {
            return Err(TokenError::InvalidRequest(
                "the client authenticates in two ways",
            ));
        }
        (Some(basic), None) => {
            let text = basic.to_str().map_err(|_| TokenError::InvalidClient)?;
            credentials(text).ok_or(TokenError::InvalidClient)?
        }
        (None, Some(secret)) => {
            let id = parameters
                .get("client_id")
                .ok_or(TokenError::InvalidClient)?;
            (id.to_owned(), secret.to_owned())
        }
        (None, None) => return Err(TokenError::InvalidClient),
    };
    if id == client.id && secret == client.secret {
        Ok(())
    } else {
        Err(TokenError::InvalidClient)
    }
}

/// Parses `Basic …`. Both parts are form-encoded before they are joined (RFC 6749, 2.3.1).
fn credentials(header: &str) -> Option<(String, String)> {
    let (scheme, encoded) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("Basic") {
        return None;
    }
    let text = String::from_utf8(BASE64.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = text.split_once(':')?;
    Some((form_decoded(id), form_decoded(secret)))
}

fn form_decoded(text: &str) -> String {
    // The separators are encoded, so the whole text is the name of a single pair.
    form_urlencoded::parse(text.as_bytes())
        .map(|(name, _)| name.into_owned())
        .collect()
}

fn granted(provider: &Provider, parameters: &Parameters) -> Result<Grant, TokenError> {
    let code = parameters
        .filled("code")
        .ok_or(TokenError::InvalidRequest("code is missing"))?;
    let grant =
        provider
            .codes()
            .redeem(code, Moment::now().instant)
            .ok_or(TokenError::InvalidGrant(
                "the code is unknown, used or expired",
            ))?;
    if parameters.get("redirect_uri") != Some(&grant.redirect_uri) {
        return Err(TokenError::InvalidGrant(
            "redirect_uri is not that of the authorization",
        ));
    }
    let verifier = parameters
        .filled("code_verifier")
        .ok_or(TokenError::InvalidGrant("code_verifier is missing"))?;
    if BASE64URL.encode(Sha256::digest(verifier)) != grant.code_challenge {
        return Err(TokenError::InvalidGrant(
            "code_verifier does not fit the code_challenge",
        ));
    }
    Ok(grant)
}

fn tokens(provider: &Provider, grant: &Grant) -> Value {
    let now = Moment::now().unix_seconds();
    let access_lifetime = provider.access_token_lifetime.as_secs();
    let access = json!({
        "iss": provider.issuer,
        "sub": grant.account.sub,
        "aud": provider.client.id,
        "client_id": provider.client.id,
        "scope": grant.scope,
        "iat": now,
        "exp": now + access_lifetime,
        "jti": random::token(),
    });
    let mut id = grant.account.claims(&grant.scope);
    id.insert("iss".to_owned(), json!(provider.issuer));
    id.insert("aud".to_owned(), json!(provider.client.id));
    id.insert("iat".to_owned(), json!(now));
    id.insert("exp".to_owned(), json!(now + ID_TOKEN_LIFETIME));
    id.insert("auth_time".to_owned(), json!(grant.auth_time));
    if let Some(nonce) = &grant.nonce {
        id.insert("nonce".to_owned(), json!(nonce));
    }
    json!({
        "access_token": provider.key.sign(TokenKind::Access, &access),
        "token_type": "Bearer",
        "expires_in": access_lifetime,
        "scope": grant.scope,
        "id_token": provider.key.sign(TokenKind::Id, &Value::Object(id)),
    })
}
