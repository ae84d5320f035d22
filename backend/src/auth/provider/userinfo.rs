//! The userinfo endpoint (OpenID Connect Core 1.0, 5.3): plain or signed claims.

use oauth2::reqwest::{Client, header};
use url::Url;

use super::error::ProviderError;
use super::http;
use super::jwt::Claims;

/// The media type of signed claims.
const SIGNED: &str = "application/jwt";

/// A userinfo response.
pub enum UserinfoResponse {
    /// Claims without a signature.
    Plain(Claims),
    /// A JWT with the claims.
    Signed(String),
}

/// Requests the claims of the person of an access token.
pub async fn ask(
    http: &Client,
    endpoint: Url,
    token: &str,
) -> Result<UserinfoResponse, ProviderError> {
    let request = http
        .get(endpoint)
        .bearer_auth(token)
        .header(header::ACCEPT, "application/json, application/jwt");
    let answer = http::ask("userinfo", request).await?;
    if answer.media_type != SIGNED {
        return http::object(&answer.body).map(UserinfoResponse::Plain);
    }
    let token = String::from_utf8(answer.body)
        .map_err(|_| ProviderError::Unusable("userinfo is no token".to_owned()))?;
    Ok(UserinfoResponse::Signed(token.trim().to_owned()))
}
