//! What a provider publishes of itself (OpenID Connect Discovery 1.0), and its keys (RFC 7517).
//!
//! It is fetched when first needed and kept for an hour, so that the portal starts without it. Only what the
//! portal uses is read: what else a provider writes there fails no sign-in.

use std::sync::Arc;
use std::time::Duration;

use jsonwebtoken::Algorithm;
use jsonwebtoken::jwk::Jwk;
use oauth2::reqwest;
use serde_json::{Map, Value};
use tokio::sync::{Mutex, RwLock};
use tokio::time::timeout;
use url::Url;

use super::error::ProviderError;
use super::http::json;
use super::jwt::algorithms;
use crate::clock::{Clock, Moment};

/// How long a description is taken for true.
const MAX_AGE: Duration = Duration::from_hours(1);
/// How long a provider that could not be asked is not asked again: everybody who signs in meanwhile is told
/// what the last one was told.
const FAILURE_MAX_AGE: Duration = Duration::from_secs(2);

/// How long somebody waits who cannot wait for long.
const SHORT_WAIT: Duration = Duration::from_millis(40);

/// A provider's own description.
pub struct Description {
    /// Where a person signs in.
    pub authorization: Url,
    /// Where a code is redeemed.
    pub token: Url,
    /// Where claims about a person are told, where there is such a place.
    pub userinfo: Option<Url>,
    /// Where a person signs out, where there is such a place.
    pub end_session: Option<Url>,
    /// How a client may authenticate itself; nothing where the provider does not say.
    pub client_authentication: Vec<String>,
    /// In which algorithms identity tokens are signed; nothing where the provider does not say.
    pub id_token_algorithms: Vec<String>,
    /// The same of the claims that userinfo tells.
    pub userinfo_algorithms: Vec<String>,
    /// The keys that it signs with.
    pub keys: Vec<Jwk>,
    fetched_at: Moment,
}

impl Description {
    /// The algorithms in which identity tokens may be signed.
    pub fn allowed_for_id_tokens(&self) -> Vec<Algorithm> {
        if self.id_token_algorithms.is_empty() {
            // What every provider has to know (Discovery 1.0, 3).
            return vec![Algorithm::RS256];
        }
        algorithms(&self.id_token_algorithms)
    }

    /// The same for userinfo: those that administrators `named`, else those that are published.
    pub fn allowed_for_userinfo(&self, named: &[Algorithm]) -> Vec<Algorithm> {
        let published = algorithms(&self.userinfo_algorithms);
        match (named, published.as_slice()) {
            ([], []) => self.allowed_for_id_tokens(),
            ([], published) => published.to_vec(),
            (named, _) => named.to_vec(),
        }
    }
}

/// A provider's description, fetched when it is needed.
pub struct Discovery {
    issuer: String,
    http: reqwest::Client,
    clock: Clock,
    known: RwLock<Option<Arc<Description>>>,
    /// Held while the description is fetched, so that it is fetched once; the last failure and its moment.
    fetching: Mutex<Option<(Moment, ProviderError)>>,
}

impl Discovery {
    pub fn new(issuer: String, http: reqwest::Client, clock: Clock) -> Self {
        Self {
            issuer,
            http,
            clock,
            known: RwLock::new(None),
            fetching: Mutex::new(None),
        }
    }

    /// The description, at most an hour old.
    ///
    /// # Errors
    ///
    /// When it cannot be had, or cannot be read.
    pub async fn get(&self) -> Result<Arc<Description>, ProviderError> {
        match self.fresh().await {
            Some(known) => Ok(known),
            None => self.fetch_instead_of(None).await,
        }
    }

    /// The description, however old, for somebody who cannot wait for long. Where none is known it is fetched,
    /// and the fetching goes on when the waiting is over.
    pub async fn at_once(self: &Arc<Self>) -> Option<Arc<Description>> {
        if let Some(known) = self.known.read().await.clone() {
            return Some(known);
        }
        let discovery = Arc::clone(self);
        let fetching = tokio::spawn(async move { discovery.get().await.ok() });
        timeout(SHORT_WAIT, fetching).await.ok()?.ok()?
    }

    /// A newer description than `stale`, which lacks the key of a token.
    ///
    /// # Errors
    ///
    /// As [`get`](Self::get).
    pub async fn renew(&self, stale: &Arc<Description>) -> Result<Arc<Description>, ProviderError> {
        self.fetch_instead_of(Some(stale)).await
    }

    async fn fresh(&self) -> Option<Arc<Description>> {
        let oldest = self.clock.now().minus(MAX_AGE);
        let known = self.known.read().await.clone()?;
        (known.fetched_at > oldest).then_some(known)
    }

    async fn fetch_instead_of(
        &self,
        stale: Option<&Arc<Description>>,
    ) -> Result<Arc<Description>, ProviderError> {
        let mut failure = self.fetching.lock().await;
        // Somebody else may have fetched it while this one waited.
        if let Some(known) = self.fresh().await
            && stale.is_none_or(|stale| !Arc::ptr_eq(stale, &known))
        {
            return Ok(known);
        }
        let now = self.clock.now();
        if let Some((at, error)) = failure.as_ref()
            && at.plus(FAILURE_MAX_AGE) > now
        {
            return Err(error.clone());
        }
        match self.fetch(now).await {
            Ok(description) => {
                *failure = None;
                let description = Arc::new(description);
                *self.known.write().await = Some(Arc::clone(&description));
                Ok(description)
            }
            Err(error) => {
                *failure = Some((self.clock.now(), error.clone()));
                Err(error)
            }
        }
    }

    async fn fetch(&self, now: Moment) -> Result<Description, ProviderError> {
        let address = format!(
            "{}/.well-known/openid-configuration",
            self.issuer.trim_end_matches('/')
        );
        let metadata = Metadata(json(self.http.get(address)).await?);
        let issuer = metadata.text("issuer").unwrap_or_default();
        if issuer != self.issuer {
            return Err(ProviderError::Unusable(format!(
                "its description is of the issuer \"{issuer}\", not of \"{}\"",
                self.issuer
            )));
        }
        let keys = json(self.http.get(metadata.address("jwks_uri")?)).await?;
        Ok(Description {
            authorization: metadata.address("authorization_endpoint")?,
            token: metadata.address("token_endpoint")?,
            userinfo: metadata.address("userinfo_endpoint").ok(),
            end_session: metadata.address("end_session_endpoint").ok(),
            client_authentication: metadata.list("token_endpoint_auth_methods_supported"),
            id_token_algorithms: metadata.list("id_token_signing_alg_values_supported"),
            userinfo_algorithms: metadata.list("userinfo_signing_alg_values_supported"),
            keys: readable_keys(&keys),
            fetched_at: now,
        })
    }
}

/// The keys that can be read. Others are for what the portal does not do.
fn readable_keys(set: &Map<String, Value>) -> Vec<Jwk> {
    let keys = set.get("keys").and_then(Value::as_array);
    keys.into_iter()
        .flatten()
        .filter_map(|key| serde_json::from_value(key.clone()).ok())
        .collect()
}

struct Metadata(Map<String, Value>);

impl Metadata {
    fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    fn address(&self, name: &str) -> Result<Url, ProviderError> {
        let text = self.text(name).unwrap_or_default();
        let is_safe = |url: &Url| {
            // Codes, tokens, keys and the client's secret travel there.
            let is_encrypted = url.scheme() == "https" || !self.is_https();
            is_encrypted && matches!(url.scheme(), "http" | "https") && url.has_host()
        };
        let url = Url::parse(text).ok().filter(is_safe);
        url.ok_or_else(|| {
            ProviderError::Unusable(format!("its description has no safe address as {name}"))
        })
    }

    /// Whether the provider is reached by HTTPS.
    fn is_https(&self) -> bool {
        self.text("issuer")
            .is_some_and(|issuer| issuer.starts_with("https:"))
    }

    fn list(&self, name: &str) -> Vec<String> {
        let values = self.0.get(name).and_then(Value::as_array);
        let texts = values.into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_owned).collect()
    }
}
