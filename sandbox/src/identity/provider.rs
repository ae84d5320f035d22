//! An identity provider: its name, accounts, client and key.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::account::Account;
use super::code::Codes;
use super::key::Key;
use crate::config::SandboxConfig;
use crate::page;

/// The shared state of a provider's endpoints.
pub(super) struct Provider {
    pub(super) issuer: String,
    /// The heading above the accounts.
    pub(super) name: &'static str,
    pub(super) accounts: &'static [Account],
    pub(super) client: Client,
    pub(super) key: Key,
    pub(super) access_token_lifetime: Duration,
    codes: Mutex<Codes>,
}

/// The registered client.
pub(super) struct Client {
    pub(super) id: String,
    pub(super) secret: String,
    pub(super) redirect_uris: Vec<String>,
    pub(super) post_logout_uris: Vec<String>,
}

impl Client {
    /// Whether this redirect URI is registered.
    pub(super) fn may_redirect_to(&self, uri: &str) -> bool {
        self.redirect_uris
            .iter()
            .any(|registered| registered == uri)
    }

    /// Whether this post-logout redirect URI is registered.
    pub(super) fn may_return_to(&self, uri: &str) -> bool {
        self.post_logout_uris
            .iter()
            .any(|registered| registered == uri)
    }

    /// The origins to which form submissions lead, directly or by redirects.
    pub(super) fn origins(&self) -> Vec<String> {
        let addresses = self.redirect_uris.iter().chain(&self.post_logout_uris);
        let mut origins: Vec<String> = addresses.filter_map(|uri| page::origin(uri)).collect();
        origins.sort();
        origins.dedup();
        origins
    }
}

impl Provider {
    /// Creates a provider with a new key.
    pub(super) fn new(
        config: &SandboxConfig,
        issuer: String,
        name: &'static str,
        accounts: &'static [Account],
    ) -> Self {
        Self {
            issuer,
            name,
            accounts,
            client: Client {
                id: config.client_id.clone(),
                secret: config.client_secret.clone(),
                redirect_uris: config.redirect_uris.clone(),
                post_logout_uris: config.post_logout_uris.clone(),
            },
            key: Key::draw(),
            access_token_lifetime: config.access_token_lifetime,
            codes: Mutex::new(Codes::new(config.code_lifetime)),
        }
    }

    /// The account with this `sub`.
    pub(super) fn account(&self, sub: &str) -> Option<&'static Account> {
        self.accounts.iter().find(|account| account.sub == sub)
    }

    /// The issued codes.
    pub(super) fn codes(&self) -> MutexGuard<'_, Codes> {
        self.codes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
