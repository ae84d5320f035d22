//! An identity provider, spoken to by OpenID Connect (authorization code, PKCE).
//!
//! Its description is fetched when first needed and kept for an hour, so that the portal starts
//! without it; a token signed with a key that is not in it makes it be fetched again at once.

mod error;

use std::sync::Arc;
use std::time::Duration;

use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdToken, CoreIdTokenClaims, CoreUserInfoClaims,
};
use openidconnect::{
    AccessToken, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, LogoutRequest, Nonce,
    OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl,
    ProviderMetadataWithLogout, RedirectUrl, Scope, SignatureVerificationError, TokenResponse as _,
    reqwest,
};
use tokio::sync::RwLock;
use url::Url;

use super::names::Names;
use crate::clock::{Clock, Moment};
use crate::config::ProviderSettings;
use crate::storage::accounts::Identity;
pub use error::ProviderError;
use error::{token_error, unreachable};

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

const KEEP: Duration = Duration::from_hours(1);
const TIMEOUT: Duration = Duration::from_secs(10);

/// What a sign-in carries to the provider.
pub struct Attempt {
    /// Comes back with the answer.
    pub state: String,
    /// Comes back inside the identity token.
    pub nonce: String,
    /// Its hash goes first, itself with the code.
    pub pkce_verifier: String,
}

/// A person whom the provider vouches for.
pub struct Vouched {
    /// Who it is.
    pub identity: Identity,
    /// The token that says so, to hand back at sign-out.
    pub id_token: String,
}

struct Description {
    metadata: ProviderMetadataWithLogout,
    fetched_at: Moment,
}

/// An identity provider.
pub struct Provider {
    settings: ProviderSettings,
    redirect: RedirectUrl,
    http: reqwest::Client,
    clock: Clock,
    description: RwLock<Option<Arc<Description>>>,
}

impl Provider {
    /// A provider that leads back to `redirect`.
    ///
    /// # Errors
    ///
    /// When no HTTP client can be made.
    pub fn new(
        settings: ProviderSettings,
        redirect: Url,
        clock: Clock,
    ) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder()
            .timeout(TIMEOUT)
            // A redirect could lead the server's own requests into the private network.
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        let redirect = RedirectUrl::from_url(redirect);
        Ok(Self {
            settings,
            redirect,
            http,
            clock,
            description: RwLock::new(None),
        })
    }

    /// The address at which the person signs in.
    ///
    /// # Errors
    ///
    /// [`ProviderError::Unreachable`] when the provider cannot be asked for its description.
    pub async fn sign_in_url(&self, attempt: &Attempt) -> Result<Url, ProviderError> {
        let description = self.describe().await?;
        let verifier = PkceCodeVerifier::new(attempt.pkce_verifier.clone());
        let state = CsrfToken::new(attempt.state.clone());
        let nonce = Nonce::new(attempt.nonce.clone());
        let (url, _, _) = self
            .client(&description)
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                || state,
                || nonce,
            )
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(url)
    }

    /// Redeems the code that came back.
    ///
    /// # Errors
    ///
    /// [`ProviderError`] when the provider does not answer, refuses the code, or answers a token
    /// that does not hold.
    pub async fn redeem(
        &self,
        code: String,
        nonce: String,
        pkce_verifier: String,
    ) -> Result<Vouched, ProviderError> {
        let description = self.describe().await?;
        let client = self.client(&description);
        let answer = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|error| unreachable(&error))?
            .set_pkce_verifier(PkceCodeVerifier::new(pkce_verifier))
            .request_async(&self.http)
            .await
            .map_err(token_error)?;
        let id_token = answer
            .id_token()
            .ok_or_else(|| ProviderError::Refused("no identity token".into()))?;
        let nonce = Nonce::new(nonce);
        let claims = match id_token.claims(&client.id_token_verifier(), &nonce) {
            Ok(claims) => claims,
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            )) => {
                let description = self.fetch().await?;
                verify(&self.client(&description), id_token, &nonce)?
            }
            Err(error) => return Err(ProviderError::Refused(error.to_string())),
        };
        let name = match name_in(claims) {
            Some(name) => name,
            // Many providers tell names at their userinfo endpoint only.
            None => {
                self.name_from_userinfo(&client, answer.access_token(), claims)
                    .await?
            }
        };
        Ok(Vouched {
            identity: Identity {
                issuer: self.settings.issuer.clone(),
                subject: claims.subject().to_string(),
                name,
            },
            id_token: id_token.to_string(),
        })
    }

    /// The provider's own sign-out page, leading back to `next`; `None` where it has none.
    pub async fn sign_out_url(&self, id_token: &str, next: &Url) -> Option<Url> {
        let description = match self.describe().await {
            Ok(description) => description,
            Err(error) => {
                // The person is signed out here all the same.
                tracing::warn!(%error, "signing out at the identity provider is skipped");
                return None;
            }
        };
        let endpoint = description
            .metadata
            .additional_metadata()
            .end_session_endpoint
            .clone()?;
        let hint: CoreIdToken = id_token.parse().ok()?;
        let url = LogoutRequest::from(endpoint)
            .set_id_token_hint(&hint)
            .set_client_id(ClientId::new(self.settings.client_id.clone()))
            .set_post_logout_redirect_uri(PostLogoutRedirectUrl::from_url(next.clone()))
            .http_get_url();
        Some(url)
    }

    async fn name_from_userinfo(
        &self,
        client: &Client,
        access_token: &AccessToken,
        claims: &CoreIdTokenClaims,
    ) -> Result<String, ProviderError> {
        let subject = claims.subject().clone();
        let info: CoreUserInfoClaims = client
            .user_info(access_token.clone(), Some(subject))
            .map_err(|error| ProviderError::Refused(format!("no name, and no userinfo: {error}")))?
            .request_async(&self.http)
            .await
            .map_err(|error| unreachable(&error))?;
        let names = Names {
            whole: info
                .name()
                .and_then(|name| name.get(None))
                .map(|name| name.as_str()),
            given: info
                .given_name()
                .and_then(|name| name.get(None))
                .map(|name| name.as_str()),
            family: info
                .family_name()
                .and_then(|name| name.get(None))
                .map(|name| name.as_str()),
            account: info.preferred_username().map(|name| name.as_str()),
        };
        names
            .to_show()
            .ok_or_else(|| ProviderError::Refused("the account has no name".to_owned()))
    }

    fn client(&self, description: &Description) -> Client {
        CoreClient::from_provider_metadata(
            description.metadata.clone(),
            ClientId::new(self.settings.client_id.clone()),
            Some(ClientSecret::new(
                self.settings.client_secret.reveal().to_owned(),
            )),
        )
        .set_redirect_uri(self.redirect.clone())
    }

    async fn describe(&self) -> Result<Arc<Description>, ProviderError> {
        let oldest = self.clock.now().minus(KEEP);
        if let Some(description) = self.description.read().await.as_ref()
            && description.fetched_at > oldest
        {
            return Ok(Arc::clone(description));
        }
        self.fetch().await
    }

    async fn fetch(&self) -> Result<Arc<Description>, ProviderError> {
        let issuer =
            IssuerUrl::new(self.settings.issuer.clone()).map_err(|error| unreachable(&error))?;
        let metadata = ProviderMetadataWithLogout::discover_async(issuer, &self.http)
            .await
            .map_err(|error| unreachable(&error))?;
        let description = Arc::new(Description {
            metadata,
            fetched_at: self.clock.now(),
        });
        *self.description.write().await = Some(Arc::clone(&description));
        Ok(description)
    }
}

fn verify<'a>(
    client: &Client,
    id_token: &'a CoreIdToken,
    nonce: &Nonce,
) -> Result<&'a CoreIdTokenClaims, ProviderError> {
    id_token
        .claims(&client.id_token_verifier(), nonce)
        .map_err(|error| ProviderError::Refused(error.to_string()))
}

/// The name in an identity token; the account's own name only if the provider tells no other.
fn name_in(claims: &CoreIdTokenClaims) -> Option<String> {
    let names = Names {
        whole: claims
            .name()
            .and_then(|name| name.get(None))
            .map(|name| name.as_str()),
        given: claims
            .given_name()
            .and_then(|name| name.get(None))
            .map(|name| name.as_str()),
        family: claims
            .family_name()
            .and_then(|name| name.get(None))
            .map(|name| name.as_str()),
        account: None,
    };
    names.to_show()
}
