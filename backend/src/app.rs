//! What every handler has at hand.

use std::ops::Deref;
use std::sync::Arc;

use openidconnect::reqwest;
use sea_orm::DbErr;

use crate::auth::provider::Provider;
use crate::clock::Clock;
use crate::collation::{CollationError, Collator};
use crate::conference::Conference;
use crate::config::Config;
use crate::keys::{Keys, KeysError};
use crate::links::LinkSigner;
use crate::random::Random;
use crate::storage::Store;

/// The parts of a running backend.
pub struct Parts {
    /// What the administrator decided.
    pub config: Config,
    /// What outlives a restart.
    pub store: Store,
    /// Makes and reads capability links.
    pub links: LinkSigner,
    /// The conference server.
    pub conference: Conference,
    /// The identity provider of agents.
    pub agents: Provider,
    /// The order of names.
    pub collator: Collator,
    /// The time.
    pub clock: Clock,
    /// Chance.
    pub random: Random,
}

/// A handle on the parts; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// Why a backend cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The key file.
    #[error("PARVIS_KEYS_FILE: {0}")]
    Keys(#[from] KeysError),
    /// The database.
    #[error("PARVIS_DATABASE_URL: the database cannot be used: {0}")]
    Database(#[from] DbErr),
    /// The order of names.
    #[error(transparent)]
    Collation(#[from] CollationError),
    /// The HTTP client.
    #[error("no HTTP client can be made: {0}")]
    Http(#[from] reqwest::Error),
}

impl App {
    /// Opens what the configuration names.
    ///
    /// # Errors
    ///
    /// [`StartError`] when the keys, the database or an HTTP client cannot be had.
    pub async fn start(config: Config, clock: Clock, random: Random) -> Result<Self, StartError> {
        let keys = Keys::read(&config.keys_file)?;
        let store = Store::open(config.database_url.reveal()).await?;
        let conference = Conference::new(&config.conference_url, config.conference_secret.clone())?;
        let mut callback = config.public_url.clone();
        callback.set_path("/auth/callback");
        let agents = Provider::new(config.agents.clone(), callback, clock.clone())?;
        let links = LinkSigner::new(keys);
        Ok(Self(Arc::new(Parts {
            config,
            store,
            links,
            conference,
            agents,
            collator: Collator::french()?,
            clock,
            random,
        })))
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
