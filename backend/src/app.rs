//! What every handler has at hand.

use std::ops::Deref;
use std::sync::Arc;

use oauth2::reqwest;
use parvis_contract::role::LinkKind;
use sea_orm::DbErr;

use crate::auth::provider::Provider;
use crate::clock::Clock;
use crate::collation::{CollationError, Collator};
use crate::conference::Conference;
use crate::config::Config;
use crate::keys::{Keys, KeysError};
use crate::links::LinkSigner;
use crate::live::LiveMeetings;
use crate::random::Random;
use crate::readiness::Readiness;
use crate::storage::Store;
use crate::storage::rooms::Room;
use crate::storage::sign_ins::Audience;

/// The parts of a running backend.
pub struct Parts {
    /// What the administrator decided.
    pub config: Config,
    /// What outlives a restart.
    pub store: Store,
    /// Makes and reads capability links.
    pub links: LinkSigner,
    /// The conference server.
    pub conference: Arc<Conference>,
    /// What is known of the meetings that run.
    pub live: LiveMeetings,
    /// The instance's keys.
    pub keys: Keys,
    /// Whether writes are taken.
    pub readiness: Readiness,
    /// The identity provider of agents.
    agents: Provider,
    /// The identity provider of attendees, where there is one.
    attendees: Option<Provider>,
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
        let conference = Arc::new(conference);
        let live = LiveMeetings::new(Arc::clone(&conference), config.live_interval);
        let callback = |path: &str| {
            let mut callback = config.public_url.clone();
            callback.set_path(path);
            callback
        };
        let agents = callback("/auth/callback");
        let agents = Provider::new(config.agents.clone(), agents, clock.clone())?;
        let attendees = callback("/auth/attendees/callback");
        let attendees = match &config.attendees {
            Some(settings) => Some(Provider::new(settings.clone(), attendees, clock.clone())?),
            None => None,
        };
        let links = LinkSigner::new(keys.clone());
        store.adopt_links(links.signing_key()).await?;
        Ok(Self(Arc::new(Parts {
            config,
            store,
            links,
            conference,
            live,
            keys,
            readiness: Readiness::default(),
            agents,
            attendees,
            collator: Collator::french()?,
            clock,
            random,
        })))
    }
}

impl Parts {
    /// The id of the key that a link of the room is signed with. One that was taken out of the file
    /// without being retired has killed its links: the newest signs them from then on.
    pub(crate) fn link_key(&self, room: &Room, kind: LinkKind) -> u8 {
        room.link_key(kind)
            .filter(|key| self.keys.holds(*key))
            .unwrap_or_else(|| self.links.signing_key())
    }

    /// The identity provider of these people, where the instance has one.
    pub(crate) fn provider(&self, audience: Audience) -> Option<&Provider> {
        match audience {
            Audience::Agents => Some(&self.agents),
            Audience::Attendees => self.attendees.as_ref(),
        }
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
