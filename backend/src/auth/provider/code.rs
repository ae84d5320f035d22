//! The authorization code flow (RFC 6749, 4.1; RFC 7636): the authorization request and the token request.

use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse,
    BasicTokenType,
};
use oauth2::reqwest;
use oauth2::{
    AuthType, AuthUrl, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken,
    EndpointNotSet, EndpointSet, ExtraTokenFields, HttpRequest, HttpResponse, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, StandardRevocableToken,
    StandardTokenResponse, TokenResponse as _, TokenUrl,
};
use serde::{Deserialize, Serialize};
use url::Url;

use super::Attempt;
use super::discovery::Description;
use super::error::{ProviderError, code_to_log};
use super::http;
use crate::config::ProviderSettings;

/// The OpenID Connect field of the token response. Kept as text; it is validated elsewhere.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct IdToken {
    id_token: Option<String>,
}

impl ExtraTokenFields for IdToken {}

pub(super) type OAuthClient = Client<
    BasicErrorResponse,
    StandardTokenResponse<IdToken, BasicTokenType>,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// The tokens of a token response.
pub struct Tokens {
    /// The identity token.
    pub id_token: String,
    /// The access token, for userinfo.
    pub access_token: String,
}

/// The URL of the authorization request.
pub fn authorization_url(
    settings: &ProviderSettings,
    description: &Description,
    redirect: &Url,
    attempt: &Attempt,
) -> Url {
    let verifier = PkceCodeVerifier::new(attempt.pkce_verifier.clone());
    let client = client(settings, description, redirect);
    let state = CsrfToken::new(attempt.state.clone());
    let scopes = settings.scopes.iter().filter(|scope| *scope != "openid");
    let mut request = client
        .authorize_url(|| state)
        .add_scope(Scope::new("openid".to_owned()))
        .add_scopes(scopes.cloned().map(Scope::new))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
        .add_extra_param("nonce", attempt.nonce.clone());
    if !settings.acr_values.is_empty() {
        request = request.add_extra_param("acr_values", settings.acr_values.join(" "));
    }
    for (name, value) in &settings.parameters {
        request = request.add_extra_param(name.clone(), value.clone());
    }
    let (url, _) = request.url();
    url
}

/// The token request.
pub async fn redeem(
    settings: &ProviderSettings,
    description: &Description,
    redirect: &Url,
    http: &reqwest::Client,
    code: String,
    pkce_verifier: String,
) -> Result<Tokens, ProviderError> {
    let send = |request: HttpRequest| send("token", http.clone(), request);
    let answer = client(settings, description, redirect)
        .exchange_code(AuthorizationCode::new(code))
        .set_pkce_verifier(PkceCodeVerifier::new(pkce_verifier))
        .request_async(&send)
        .await
        .map_err(refused)?;
    let id_token = answer.extra_fields().id_token.clone();
    Ok(Tokens {
        id_token: id_token
            .ok_or_else(|| ProviderError::Unusable("it answers no identity token".to_owned()))?,
        access_token: answer.access_token().secret().clone(),
    })
}

pub(super) fn client(
    settings: &ProviderSettings,
    description: &Description,
    redirect: &Url,
) -> OAuthClient {
    Client::new(ClientId::new(settings.client_id.clone()))
        .set_client_secret(ClientSecret::new(
            settings.client_secret.reveal().to_owned(),
        ))
        .set_auth_uri(AuthUrl::from_url(description.authorization.clone()))
        .set_token_uri(TokenUrl::from_url(description.token.clone()))
        .set_redirect_uri(RedirectUrl::from_url(redirect.clone()))
        .set_auth_type(authentication(&description.client_authentication))
}

/// The client authentication to use: in the header, which is also the default without a published method
/// (Discovery 1.0, 3), or in the body.
pub(super) fn authentication(offered: &[String]) -> AuthType {
    let offers = |way: &str| offered.iter().any(|offered| offered == way);
    if offers("client_secret_post") && !offers("client_secret_basic") {
        AuthType::RequestBody
    } else {
        AuthType::BasicAuth
    }
}

/// Sends a request of the OAuth library to the endpoint of this name, with limits of size and status.
pub(super) async fn send(
    endpoint: &'static str,
    client: reqwest::Client,
    request: HttpRequest,
) -> Result<HttpResponse, ProviderError> {
    let request = reqwest::Request::try_from(request).map_err(|_| {
        ProviderError::Unusable("its token endpoint is not a valid address".to_owned())
    })?;
    let response = http::send(endpoint, client.execute(request)).await?;
    let status = response.status();
    let headers = response.headers().clone();
    let mut answer = HttpResponse::new(http::bounded(response).await?);
    *answer.status_mut() = status;
    *answer.headers_mut() = headers;
    Ok(answer)
}

/// Classifies a failed request of the OAuth library. Descriptions from the provider are dropped: they may be about the person.
pub(super) fn refused(
    error: RequestTokenError<ProviderError, BasicErrorResponse>,
) -> ProviderError {
    match error {
        RequestTokenError::ServerResponse(answer) => {
            let code = code_to_log(answer.error().as_ref());
            match code.as_str() {
                // Caused by the portal or its administrators.
                "invalid_client"
                | "unauthorized_client"
                | "unsupported_grant_type"
                | "invalid_request"
                | "invalid_scope" => ProviderError::Unusable(code),
                _ => ProviderError::Refused(code),
            }
        }
        RequestTokenError::Request(error) => error,
        // The error would contain the response with its tokens.
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
            ProviderError::Unusable("its answer about a code or a token cannot be read".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_is_shown_in_the_way_that_is_offered() {
        let chosen = |offered: &[&str]| {
            let offered: Vec<_> = offered.iter().map(|way| (*way).to_owned()).collect();
            matches!(authentication(&offered), AuthType::RequestBody)
        };
        assert!(chosen(&["client_secret_post"]));
        assert!(chosen(&["private_key_jwt", "client_secret_post"]));
        assert!(!chosen(&["client_secret_post", "client_secret_basic"]));
        assert!(!chosen(&[]));
        assert!(!chosen(&["private_key_jwt"]));
    }
}
