//! Fetching plug-in manifests and presentations, with limits of time and size and without redirects.

use std::time::Duration;

use axum::http::StatusCode;
use reqwest::redirect::Policy;
use url::Url;

/// BigBlueButton's `pluginManifestFetchTimeoutSeconds`.
const TIMEOUT: Duration = Duration::from_secs(15);
/// BigBlueButton's `maxPluginManifestPayloadSizeKib`.
const MAX_BYTES: usize = 1024 * 1024;

/// The HTTP client that fetches.
pub(crate) struct Fetcher(reqwest::Client);

/// A response of any status.
pub(crate) struct Fetched {
    pub(crate) status: StatusCode,
    pub(crate) body: Vec<u8>,
}

impl Fetcher {
    /// A client without cookies.
    pub(crate) fn new() -> Result<Self, reqwest::Error> {
        reqwest::Client::builder()
            .redirect(Policy::none())
            .timeout(TIMEOUT)
            .build()
            .map(Self)
    }

    /// The response of an address; `None` if there is none or it is too large. The error is dropped, as its
    /// text would contain the address.
    pub(crate) async fn get(&self, url: Url) -> Option<Fetched> {
        self.get_at_most(url, MAX_BYTES).await
    }

    /// As [`get`](Self::get), with another limit of the size.
    pub(crate) async fn get_at_most(&self, url: Url, max_bytes: usize) -> Option<Fetched> {
        let mut response = self.0.get(url).send().await.ok()?;
        let mut fetched = Fetched {
            status: response.status(),
            body: Vec::new(),
        };
        while let Some(chunk) = response.chunk().await.ok()? {
            if fetched.body.len() + chunk.len() > max_bytes {
                return None;
            }
            fetched.body.extend_from_slice(&chunk);
        }
        Some(fetched)
    }
}
