//! An identity provider, spoken to by OpenID Connect (authorization code, PKCE).
//!
//! Providers differ in what they publish, in which claims a name stands, in how they sign: what they do not
//! publish is configuration ([`ProviderSettings`]).

mod claims;
mod code;
mod discovery;
mod error;
mod http;
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
/// The longest identity token that is kept, in bytes.
const LONGEST_KEPT: usize = 16 * 1024;
/// The longest that is handed back at sign-out: it stands in an address, of which many servers read 4 kB.
const LONGEST_HINT: usize = 3 * 1024;

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
    /// The token that says so, to hand back at sign-out; empty where it is too long for that.
    pub id_token: String,
}

/// Where a person signs out at a provider.
pub enum SignOutPage {
    /// The provider has a page for it.
    At(Url),
    /// It has none.
    Nowhere,
}

/// An identity provider.
pub struct Provider {
    settings: ProviderSettings,
    redirect: Url,
    http: reqwest::Client,
    clock: Clock,
    discovery: Arc<Discovery>,
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

    /// The address at which the person signs in.
    ///
    /// # Errors
    ///
    /// [`ProviderError`] when the provider's description cannot be had, or not be read.
    pub async fn sign_in_url(&self, attempt: &Attempt) -> Result<Url, ProviderError> {
        let description = self.discovery.get().await?;
        Ok(code::authorization_url(
            &self.settings,
            &description,
            &self.redirect,
            attempt,
        ))
    }

    /// Redeems the code that came back.
    ///
    /// # Errors
    ///
    /// [`ProviderError`] when the provider does not answer, refuses the code, or answers what cannot be
    /// trusted.
    pub async fn redeem(
        &self,
        code: String,
        nonce: &str,
        pkce_verifier: String,
    ) -> Result<Vouched, ProviderError> {
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
        Ok(Vouched {
            identity: Identity {
                issuer: self.settings.issuer.clone(),
                subject,
                name,
                email,
            },
            id_token,
        })
    }

    /// The provider's own sign-out page, leading back to `next`; `None` where it is not known by now whether it
    /// has one, nor by `deadline`. `state` comes back with the person.
    pub async fn sign_out_url(
        &self,
        id_token: &str,
        next: &Url,
        state: &str,
        deadline: Instant,
    ) -> Option<SignOutPage> {
        let Some(description) = self.discovery.by(deadline).await else {
            // The person is signed out here all the same.
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

    /// The person's name and verified e-mail address: those of the identity token, and of userinfo where the
    /// token does not tell them.
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
            Email::Told(told.filter(|_| self.asks_for_email()))
        };
        let told = email(&[id_claims]);
        let is_denied = is_verified(id_claims) == Some(false);
        let is_settled = is_denied || told != Email::Told(None) || !self.asks_for_email();
        if by_token.is_complete()
            && is_settled
            && let Some(name) = by_token.to_show()
        {
            return Ok((name, told));
        }
        let nameless = || ProviderError::Unusable("it tells no name of the person".to_owned());
        let (name, email) = match sources.userinfo(subject, access_token).await {
            Ok(Some(info)) => {
                let sources = ClaimSources {
                    sources: &[&info, id_claims],
                    names,
                };
                (sources.to_show(), email(&[&info, id_claims]))
            }
            Ok(None) => (by_token.to_show(), told),
            // A second source that is of no use keeps nobody out whom the first one names.
            Err(error) => match by_token.to_show() {
                Some(name) => {
                    tracing::warn!(%error, "userinfo is passed over");
                    // Where the token tells nothing, what was told before may be so still.
                    let is_told = is_denied || told != Email::Told(None);
                    (Some(name), if is_told { told } else { Email::Unknown })
                }
                None => return Err(error),
            },
        };
        Ok((name.ok_or_else(nameless)?, email))
    }

    /// Whether the provider is asked for e-mail addresses.
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

/// Where the claims of one sign-in come from.
struct Sources<'a> {
    provider: &'a Provider,
    description: Arc<Description>,
    /// Whether the keys were fetched anew for this sign-in: once is enough for all that they verify.
    is_renewed: bool,
}

impl Sources<'_> {
    /// The claims of a token that the provider has signed.
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

    /// What userinfo tells of the person `subject`; `None` where the provider has no such place.
    async fn userinfo(
        &mut self,
        subject: &str,
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
        if claims::subject(&claims)? != subject {
            let reason = "userinfo is about somebody else".to_owned();
            return Err(ProviderError::Unusable(reason));
        }
        Ok(Some(claims))
    }
}
