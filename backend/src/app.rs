//! A running backend: its parts, made once. Each handler takes those that it uses (`State<Store>`,
//! `State<Clock>`, …); nothing but the router and the binary knows all of them.

use std::sync::Arc;

use axum::extract::FromRef;
use oauth2::reqwest;
use sea_orm::DbErr;

use crate::auth::providers::Providers;
use crate::auth::sign_ins::SignIns;
use crate::clock::Clock;
use crate::collation::{CollationError, Collators};
use crate::conference::Conference;
use crate::config::Config;
use crate::guessing::CodeEntry;
use crate::housekeeping::Housekeeping;
use crate::keys::{Keys, KeysError};
use crate::link_resolver::LinkResolver;
use crate::linking;
use crate::links::LinkSigner;
use crate::live::LiveMeetings;
use crate::meeting_tokens::MeetingTokens;
use crate::meetings::Meetings;
use crate::random::Random;
use crate::readiness::Readiness;
use crate::retirement;
use crate::session_tokens::SessionTokens;
use crate::storage::Store;
use crate::tickets::Tickets;

/// A handle on the parts of a running backend; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// Declares the parts, and lets handlers take each by its type.
macro_rules! parts {
    ($($part:ident: $type:ty,)*) => {
        struct Parts {
            $($part: $type,)*
        }

        $(impl FromRef<App> for $type {
            fn from_ref(app: &App) -> Self {
                app.0.$part.clone()
            }
        })*
    };
}

parts! {
    config: Arc<Config>,
    store: Store,
    links: LinkSigner,
    link_resolver: LinkResolver,
    conference: Arc<Conference>,
    live: Arc<LiveMeetings>,
    meetings: Arc<Meetings>,
    meeting_tokens: MeetingTokens,
    session_tokens: SessionTokens,
    tickets: Tickets,
    codes: Arc<CodeEntry>,
    sign_ins: Arc<SignIns>,
    readiness: Arc<Readiness>,
    collators: Arc<Collators>,
    clock: Clock,
    random: Random,
}

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
        let config = Arc::new(config);
        let keys = Keys::read(&config.keys_file)?;
        let store = Store::open(config.database_url.reveal()).await?;
        let conference = Conference::new(&config.conference_url, config.conference_secret.clone())?;
        let conference = Arc::new(conference);
        let live = LiveMeetings::new(Arc::clone(&conference), config.live_interval);
        let live = Arc::new(live);
        let links = LinkSigner::new(keys.clone());
        store.adopt_links(links.signing_key()).await?;
        let meeting_tokens = MeetingTokens::new(keys.clone(), Arc::clone(&config));
        let meetings = Meetings {
            config: Arc::clone(&config),
            store: store.clone(),
            links: links.clone(),
            conference: Arc::clone(&conference),
            live: Arc::clone(&live),
            tokens: meeting_tokens.clone(),
            clock: clock.clone(),
            random: random.clone(),
        };
        let codes = CodeEntry::new(
            store.clone(),
            keys.clone(),
            clock.clone(),
            random.clone(),
            config.wrong_codes_a_week,
        );
        let sign_ins = SignIns {
            config: Arc::clone(&config),
            store: store.clone(),
            providers: Providers::new(&config, &clock)?,
            keys: keys.clone(),
            clock: clock.clone(),
            random: random.clone(),
        };
        let readiness = Readiness::new(store.clone(), clock.clone(), random.clone());
        Ok(Self(Arc::new(Parts {
            link_resolver: LinkResolver::new(store.clone(), links.clone(), clock.clone()),
            session_tokens: SessionTokens::new(keys.clone(), clock.clone()),
            tickets: Tickets::new(keys, clock.clone()),
            meetings: Arc::new(meetings),
            codes: Arc::new(codes),
            sign_ins: Arc::new(sign_ins),
            readiness: Arc::new(readiness),
            collators: Arc::new(Collators::new()?),
            config,
            store,
            links,
            conference,
            live,
            meeting_tokens,
            clock,
            random,
        })))
    }

    /// What the administrator decided.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// What forgets what is over.
    #[must_use]
    pub fn housekeeping(&self) -> Housekeeping {
        let Parts {
            store,
            conference,
            live,
            clock,
            ..
        } = &*self.0;
        Housekeeping::new(
            store.clone(),
            Arc::clone(conference),
            Arc::clone(live),
            clock.clone(),
        )
    }

    /// Follows which meetings run, for as long as the backend does.
    pub async fn follow_meetings(self) {
        let Parts {
            store,
            conference,
            live,
            clock,
            ..
        } = &*self.0;
        live.follow(conference, store, clock).await;
    }

    /// Tells how many links are signed with a key; `for_good` renews them with the newest.
    ///
    /// # Errors
    ///
    /// [`RetireError`](retirement::RetireError) when it is the newest, or the database fails.
    pub async fn retire_key(
        &self,
        key: u8,
        for_good: bool,
    ) -> Result<retirement::Told, retirement::RetireError> {
        retirement::of_key(&self.0.store, &self.0.links, key, for_good).await
    }

    /// Links accounts of another identity provider to those of the agents' one.
    ///
    /// # Errors
    ///
    /// [`LinkError`](linking::LinkError) when both providers are the same, or the database fails.
    pub async fn link_accounts(
        &self,
        wish: &linking::Wish<'_>,
    ) -> Result<linking::Report, linking::LinkError> {
        linking::link(&self.0.store, &self.0.config, wish).await
    }
}
