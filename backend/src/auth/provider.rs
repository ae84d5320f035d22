//! An identity provider: the OpenID Connect client (authorization code flow with PKCE).
//!
//! Providers differ in what they publish, in which claims have a name, and in how they sign: what they do not
//! publish is configuration ([`ProviderSettings`]).

mod claims;
mod code;
mod discovery;
mod error;
mod http;
mod introspection;
mod jwt;
mod userinfo;

use std::sync::Arc;
use std::time::Duration;

use jsonwebtoken::Algorithm;
use oauth2::reqwest;
use tokio::time::Instant;
use url::Url;

use super::email::{is_verified, verified_email};
use super::names::ClaimSources;
use crate::clock::Clock;
use crate::config::ProviderSettings;
use crate::storage::accounts::{Email, Identity};
use claims::Expected;
use discovery::{Description, Discovery};
pub use error::{ProviderError, code_to_log};
use jwt::{Claims, JwtError, Verifier};
use userinfo::UserinfoResponse;

const TIMEOUT: Duration = Duration::from_secs(10);
/// The maximum size of a stored identity token, in bytes.
const LONGEST_KEPT: usize = 16 * 1024;
/// The maximum size of an identity token in a sign-out request, in bytes: it is in the address, of which many
/// servers accept 4 kB.
const LONGEST_HINT: usize = 3 * 1024;

/// A sign-in attempt.
pub struct Attempt {
    /// The `state` of the response.
    pub state: String,
    /// The nonce in the identity token.
    pub nonce: String,
    /// The PKCE verifier: the request contains its hash, the token request the verifier.
    pub pkce_verifier: String,
}

/// A verified identity.
pub struct VerifiedIdentity {
    /// The identity.
    pub identity: Identity,
    /// The identity token for sign-out; empty if it is too long.
    pub id_token: String,
}

/// The provider's sign-out page.
pub enum SignOutPage {
    /// The sign-out page.
    At(Url),
    /// The provider has none.
    Nowhere,
}

/// A client of an identity provider.
pub struct Provider {
    settings: ProviderSettings,
    redirect: Url,
    http: reqwest::Client,
    clock: Clock,
    discovery: Arc<Discovery>,
}

impl Provider {
    /// A client with the redirect URI `redirect`.
    ///
    /// # Errors
    ///
    /// When the HTTP client cannot be created.
    pub fn new(
        settings: ProviderSettings,
        redirect: Url,
        clock: Clock,
    ) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder()
            .timeout(TIMEOUT)
            // A redirect could direct the server's requests into the private network.
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        Ok(Self {
            discovery: Arc::new(Discovery::new(
                settings.issuer.clone(),
                http.clone(),
                clock.clone(),
            )),
            settings,
            redirect,
            http,
            clock,
        })
    }

    /// Whether the provider answers with a description that can be used.
    ///
    /// # Errors
    ///
    /// [`ProviderError`] when it cannot be fetched or parsed.
    pub async fn check(&self) -> Result<(), ProviderError> {
        self.discovery.get().await.map(drop)
    }

    /// The authorization request.
    ///
    /// # Errors
    ///
    /// [`ProviderError`] when the provider's metadata cannot be fetched or parsed.
    pub async fn sign_in_url(&self, attempt: &Attempt) -> Result<Url, ProviderError> {
        let description = self.discovery.get().await?;
        Ok(code::authorization_url(
            &self.settings,
            &description,
            &self.redirect,
            attempt,
        ))
    }

    /// Exchanges the authorization code and verifies the identity.
    ///
    /// # Errors
    ///
    /// [`ProviderError`] when the provider does not answer, refuses the code, or its response is invalid.
    pub async fn redeem(
        &self,
        code: String,
        nonce: &str,
        pkce_verifier: String,
    ) -> Result<VerifiedIdentity, ProviderError> {
        let mut sources = Sources {
            provider: self,
            description: self.discovery.get().await?,
            is_renewed: false,
        };
        let tokens = code::redeem(
            &self.settings,
            &sources.description,
            &self.redirect,
            &self.http,
            code,
            pkce_verifier,
        )
        .await?;
        let id_claims = sources
            .verified(&tokens.id_token, Description::allowed_for_id_tokens)
            .await?;
        let subject = self.expected().check_id_token(&id_claims, nonce)?;
        let (name, email) = self
            .person(&mut sources, &id_claims, &subject, &tokens.access_token)
            .await?;
        let mut id_token = tokens.id_token;
        if id_token.len() > LONGEST_KEPT {
            id_token.clear();
        }
        Ok(VerifiedIdentity {
            identity: Identity {
                issuer: self.settings.issuer.clone(),
                subject,
                name,
                email,
            },
            id_token,
        })
    }

    /// The provider's sign-out page, which returns to `next` with `state`; `None` if the metadata is not
    /// available by `deadline`.
    pub async fn sign_out_url(
        &self,
        id_token: &str,
        next: &Url,
        state: &str,
        deadline: Instant,
    ) -> Option<SignOutPage> {
        let Some(description) = self.discovery.by(deadline).await else {
            // The local session ends nevertheless.
            tracing::warn!(
                "signing out at the identity provider is skipped: it is not known by now"
            );
            return None;
        };
        let Some(mut url) = description.end_session.clone() else {
            return Some(SignOutPage::Nowhere);
        };
        let mut query = url.query_pairs_mut();
        if !id_token.is_empty() && id_token.len() <= LONGEST_HINT {
            query.append_pair("id_token_hint", id_token);
        }
        query
            .append_pair("client_id", &self.settings.client_id)
            .append_pair("post_logout_redirect_uri", next.as_str())
            .append_pair("state", state);
        drop(query);
        Some(SignOutPage::At(url))
    }

    /// The person's name and verified e-mail address, from the identity token and, if they are missing there,
    /// from userinfo.
    async fn person(
        &self,
        sources: &mut Sources<'_>,
        id_claims: &Claims,
        subject: &str,
        access_token: &str,
    ) -> Result<(String, Email), ProviderError> {
        let names = &self.settings.claims;
        let by_token = ClaimSources {
            sources: &[id_claims],
            names,
        };
        let email = |sources: &[&Claims]| {
            let told = verified_email(sources, &names.email, self.settings.trusts_email);
            Email::Reported(told.filter(|_| self.asks_for_email()))
        };
        let told = email(&[id_claims]);
        let is_denied = is_verified(id_claims) == Some(false);
        let is_settled = is_denied || told != Email::Reported(None) || !self.asks_for_email();
        if by_token.is_complete()
            && is_settled
            && let Some(name) = by_token.to_show()
        {
            return Ok((name, told));
        }
        let nameless = || ProviderError::Unusable("it tells no name of the person".to_owned());
        let (name, email) = match sources.userinfo(Some(subject), access_token).await {
            Ok(Some(info)) => {
                let sources = ClaimSources {
                    sources: &[&info, id_claims],
                    names,
                };
                (sources.to_show(), email(&[&info, id_claims]))
            }
            Ok(None) => (by_token.to_show(), told),
            // An unusable userinfo response does not prevent a sign-in if the identity token has a name.
            Err(error) => match by_token.to_show() {
                Some(name) => {
                    tracing::warn!(%error, "userinfo is passed over");
                    // If neither has an address, a stored one is kept.
                    let is_told = is_denied || told != Email::Reported(None);
                    (Some(name), if is_told { told } else { Email::Unknown })
                }
                None => return Err(error),
            },
        };
        Ok((name.ok_or_else(nameless)?, email))
    }

    /// Whether e-mail addresses are requested.
    fn asks_for_email(&self) -> bool {
        let is_one = |scope: &String| self.settings.claims.email.contains(scope);
        self.settings
            .scopes
            .iter()
            .any(|scope| scope == "email" || is_one(scope))
    }

    fn expected(&self) -> Expected<'_> {
        Expected {
            issuer: &self.settings.issuer,
            client_id: &self.settings.client_id,
            audiences: &self.settings.audiences,
            now: self.clock.now(),
        }
    }
}

/// The sources of the claims of one sign-in.
struct Sources<'a> {
    provider: &'a Provider,
    description: Arc<Description>,
    /// Whether the keys were already refetched for this sign-in: once is enough.
    is_renewed: bool,
}

impl Sources<'_> {
    /// The claims of a token with a valid signature.
    async fn verified(
        &mut self,
        token: &str,
        allowed: impl Fn(&Description) -> Vec<Algorithm>,
    ) -> Result<Claims, ProviderError> {
        loop {
            let verifier = Verifier {
                keys: &self.description.keys,
                secret: self.provider.settings.client_secret.reveal(),
            };
            match verifier.claims(token, &allowed(&self.description)) {
                Err(JwtError::UnknownKey) if !self.is_renewed => {
                    self.is_renewed = true;
                    self.description = self.provider.discovery.renew(&self.description).await?;
                }
                outcome => return Ok(outcome?),
            }
        }
    }

    /// The userinfo claims of the person of an access token, who is `subject` if that is known; `None` if the provider
    /// has no such endpoint.
    async fn userinfo(
        &mut self,
        subject: Option<&str>,
        access_token: &str,
    ) -> Result<Option<Claims>, ProviderError> {
        let Some(endpoint) = self.description.userinfo.clone() else {
            return Ok(None);
        };
        let provider = self.provider;
        let claims = match userinfo::ask(&provider.http, endpoint, access_token).await? {
            UserinfoResponse::Plain(claims) => claims,
            UserinfoResponse::Signed(token) => {
                let named = &provider.settings.userinfo_algorithms;
                let claims = self
                    .verified(&token, |description| {
                        description.allowed_for_userinfo(named)
                    })
                    .await?;
                provider.expected().check_userinfo(&claims)?;
                claims
            }
        };
        let told = claims::subject(&claims)?;
        if subject.is_some_and(|subject| told != subject) {
            let reason = "userinfo is about somebody else".to_owned();
            return Err(ProviderError::Unusable(reason));
        }
        Ok(Some(claims))
    }
}
