//! Provider metadata (OpenID Connect Discovery 1.0) and keys (RFC 7517).
//!
//! Fetched on first use and cached for an hour, so that the portal starts without the provider. Fields that the
//! portal does not use are ignored.

use std::sync::Arc;
use std::time::Duration;

use jsonwebtoken::Algorithm;
use jsonwebtoken::jwk::Jwk;
use oauth2::reqwest;
use serde_json::{Map, Value};
use tokio::sync::{Mutex, RwLock};
use tokio::time::{Instant, timeout_at};
use url::Url;

use super::error::ProviderError;
use super::http::json;
use super::jwt::algorithms;
use crate::clock::{Clock, Moment};

/// How long metadata is cached.
const MAX_AGE: Duration = Duration::from_hours(1);
/// How long a failure is cached: concurrent sign-ins get the same error.
const FAILURE_MAX_AGE: Duration = Duration::from_secs(2);

/// The metadata of a provider.
pub struct Description {
    /// The authorization endpoint.
    pub authorization: Url,
    /// The token endpoint.
    pub token: Url,
    /// The userinfo endpoint, if there is one.
    pub userinfo: Option<Url>,
    /// The introspection endpoint, if there is one.
    pub introspection: Option<Url>,
    /// The sign-out endpoint, if there is one.
    pub end_session: Option<Url>,
    /// The supported client authentication methods; empty if not published.
    pub client_authentication: Vec<String>,
    /// Those at the introspection endpoint; those at the token endpoint if not published.
    pub introspection_authentication: Vec<String>,
    /// Whether a person may have another subject for each client.
    pub has_pairwise_subjects: bool,
    /// The signature algorithms of identity tokens; empty if not published.
    pub id_token_algorithms: Vec<String>,
    /// The signature algorithms of userinfo; empty if not published.
    pub userinfo_algorithms: Vec<String>,
    /// The public keys.
    pub keys: Vec<Jwk>,
    fetched_at: Moment,
}

impl Description {
    /// The accepted signature algorithms of identity tokens.
    pub fn allowed_for_id_tokens(&self) -> Vec<Algorithm> {
        if self.id_token_algorithms.is_empty() {
            // The algorithm that every provider supports (Discovery 1.0, 3).
            return vec![Algorithm::RS256];
        }
        algorithms(&self.id_token_algorithms)
    }

    /// The accepted signature algorithms of userinfo: those `named` by the configuration, otherwise the
    /// published ones.
    pub fn allowed_for_userinfo(&self, named: &[Algorithm]) -> Vec<Algorithm> {
        let published = algorithms(&self.userinfo_algorithms);
        match (named, published.as_slice()) {
            ([], []) => self.allowed_for_id_tokens(),
            ([], published) => published.to_vec(),
            (named, _) => named.to_vec(),
        }
    }
}

/// A cache of a provider's metadata.
pub struct Discovery {
    issuer: String,
    http: reqwest::Client,
    clock: Clock,
    known: RwLock<Option<Arc<Description>>>,
    /// Locked while the metadata is fetched, so that it is fetched once; holds the last failure and its time.
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

    /// The metadata, at most an hour old.
    ///
    /// # Errors
    ///
    /// When it cannot be fetched or parsed.
    pub async fn get(&self) -> Result<Arc<Description>, ProviderError> {
        match self.fresh().await {
            Some(known) => Ok(known),
            None => self.fetch_instead_of(None).await,
        }
    }

    /// The metadata of any age, by `deadline`. If there is none it is fetched, which continues after the
    /// deadline.
    pub async fn by(self: &Arc<Self>, deadline: Instant) -> Option<Arc<Description>> {
        if let Some(known) = self.known.read().await.clone() {
            return Some(known);
        }
        let discovery = Arc::clone(self);
        let fetching = tokio::spawn(async move { discovery.get().await.ok() });
        timeout_at(deadline, fetching).await.ok()?.ok()?
    }

    /// Newer metadata than `stale`, which lacks the key of a token.
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
        // Another task may have fetched it meanwhile.
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
        let metadata = Metadata(json("discovery", self.http.get(address)).await?);
        let issuer = metadata.text("issuer").unwrap_or_default();
        if issuer != self.issuer {
            return Err(ProviderError::Unusable(format!(
                "its description is of the issuer \"{issuer}\", not of \"{}\"",
                self.issuer
            )));
        }
        let client_authentication = metadata.list("token_endpoint_auth_methods_supported");
        let introspection_authentication =
            match metadata.list("introspection_endpoint_auth_methods_supported") {
                methods if methods.is_empty() => client_authentication.clone(),
                methods => methods,
            };
        let keys = json("keys", self.http.get(metadata.address("jwks_uri")?)).await?;
        Ok(Description {
            authorization: metadata.address("authorization_endpoint")?,
            token: metadata.address("token_endpoint")?,
            userinfo: metadata.address("userinfo_endpoint").ok(),
            end_session: metadata.address("end_session_endpoint").ok(),
            introspection: metadata.address("introspection_endpoint").ok(),
            client_authentication,
            introspection_authentication,
            has_pairwise_subjects: metadata
                .list("subject_types_supported")
                .contains(&"pairwise".to_owned()),
            id_token_algorithms: metadata.list("id_token_signing_alg_values_supported"),
            userinfo_algorithms: metadata.list("userinfo_signing_alg_values_supported"),
            keys: readable_keys(&keys),
            fetched_at: now,
        })
    }
}

/// The keys of supported kinds.
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
            // HTTPS is required if the issuer uses it: codes, tokens, keys and the client's secret are sent
            // there.
            let is_encrypted = url.scheme() == "https" || !self.is_https();
            is_encrypted && matches!(url.scheme(), "http" | "https") && url.has_host()
        };
        let url = Url::parse(text).ok().filter(is_safe);
        url.ok_or_else(|| {
            ProviderError::Unusable(format!("its description has no safe address as {name}"))
        })
    }

    /// Whether the issuer uses HTTPS.
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
