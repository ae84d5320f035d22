//! The application state. Each handler extracts what it uses (`State<Store>`, `State<Clock>`, …); only the
//! router and the binary know all of it.

use std::sync::Arc;

use axum::extract::FromRef;
use oauth2::reqwest;
use sea_orm::DbErr;
use tokio::sync::Mutex;

use crate::audit;
use crate::auth::access_tokens::AccessTokens;
use crate::auth::providers::Providers;
use crate::auth::sign_ins::SignIns;
use crate::clock::Clock;
use crate::code_entry::CodeEntry;
use crate::collation::{CollationError, Collators};
use crate::conference::Conference;
use crate::config::Config;
use crate::files::{Files, ObjectsError};
use crate::history::{AskedRooms, History};
use crate::housekeeping::Housekeeping;
use crate::keys::{Keys, KeysError};
use crate::link_resolver::LinkResolver;
use crate::linking;
use crate::links::LinkSigner;
use crate::live::LiveMeetings;
use crate::mail::{Outbox, SmtpError};
use crate::meeting_tokens::MeetingTokens;
use crate::meetings::Meetings;
use crate::notice_exchange;
use crate::notices::{self, OutgoingNotices};
use crate::random::Random;
use crate::readiness::Readiness;
use crate::recordings::Recordings;
use crate::retirement;
use crate::room_list_cache::RoomListCache;
use crate::session_tokens::SessionTokens;
use crate::storage::Store;
use crate::streams::Streams;
use crate::tickets::Tickets;
use crate::unused::Unused;

/// A handle on the application state; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<AppState>);

/// Declares the fields of the state, and lets handlers extract each by its type.
macro_rules! app_state {
    ($($field:ident: $type:ty,)*) => {
        struct AppState {
            $($field: $type,)*
        }

        $(impl FromRef<App> for $type {
            fn from_ref(app: &App) -> Self {
                app.0.$field.clone()
            }
        })*
    };
}

app_state! {
    config: Arc<Config>,
    store: Store,
    links: LinkSigner,
    link_resolver: LinkResolver,
    conference: Arc<Conference>,
    live: Arc<LiveMeetings>,
    history: Arc<History>,
    meetings: Arc<Meetings>,
    recordings: Arc<Recordings>,
    files: Option<Arc<Files>>,
    outbox: Option<Arc<Outbox>>,
    meeting_tokens: MeetingTokens,
    session_tokens: SessionTokens,
    tickets: Tickets,
    streams: Streams,
    outgoing_notices: Arc<Mutex<OutgoingNotices>>,
    codes: Arc<CodeEntry>,
    sign_ins: Arc<SignIns>,
    access_tokens: Arc<AccessTokens>,
    readiness: Arc<Readiness>,
    collators: Arc<Collators>,
    room_lists: Arc<RoomListCache>,
    clock: Clock,
    random: Random,
}

/// Why the backend cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The key file.
    #[error("PARVIS_KEYS_FILE: {0}")]
    Keys(#[from] KeysError),
    /// The database.
    #[error("PARVIS_DATABASE_URL: the database cannot be used: {0}")]
    Database(#[from] DbErr),
    /// The collation data.
    #[error(transparent)]
    Collation(#[from] CollationError),
    /// The HTTP client.
    #[error("no HTTP client can be made: {0}")]
    Http(#[from] reqwest::Error),
    /// The store of files.
    #[error(transparent)]
    Files(#[from] ObjectsError),
    /// The SMTP client.
    #[error("PARVIS_SMTP_URL: mails cannot be sent there: {0}")]
    Mail(#[from] SmtpError),
}

impl App {
    /// Opens the database and creates everything that the configuration describes.
    ///
    /// # Errors
    ///
    /// [`StartError`] when the keys or the database cannot be used, or an HTTP client cannot be created.
    pub async fn start(config: Config, clock: Clock, random: Random) -> Result<Self, StartError> {
        let config = Arc::new(config);
        let keys = Keys::read(&config.keys_file)?;
        let store = Store::open(config.database_url.reveal()).await?;
        let conference = Conference::new(&config.conference_url, config.conference_secret.clone())?;
        let conference = Arc::new(conference);
        let (notices, outgoing_notices) = notices::channel();
        let live = Arc::new(LiveMeetings::new(
            Arc::clone(&conference),
            config.live_interval,
            !config.history_kept.is_zero(),
            notices.clone(),
        ));
        let links = LinkSigner::new(keys.clone());
        store.adopt_links(links.signing_key()).await?;
        let meeting_tokens = MeetingTokens::new(keys.clone(), Arc::clone(&config));
        let history = Arc::new(History {
            config: Arc::clone(&config),
            store: store.clone(),
            conference: Arc::clone(&conference),
            live: Arc::clone(&live),
            keys: keys.clone(),
            asked: AskedRooms::default(),
            clock: clock.clone(),
        });
        let files = open_files(&config, &store, &keys, &clock, &random)?;
        let meetings = Meetings {
            config: Arc::clone(&config),
            store: store.clone(),
            links: links.clone(),
            conference: Arc::clone(&conference),
            live: Arc::clone(&live),
            history: Arc::clone(&history),
            files: files.clone(),
            tokens: meeting_tokens.clone(),
            clock: clock.clone(),
            random: random.clone(),
        };
        let outbox = Outbox::of(&config, &store, &clock)?;
        let recordings = Recordings {
            config: Arc::clone(&config),
            store: store.clone(),
            conference: Arc::clone(&conference),
            keys: keys.clone(),
            live: Arc::clone(&live),
            outbox: outbox.clone(),
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
        let streams = Streams::new(config.most_streams(), notices);
        let sign_ins = SignIns {
            config: Arc::clone(&config),
            store: store.clone(),
            providers: Providers::new(&config, &clock)?,
            streams: streams.clone(),
            keys: keys.clone(),
            clock: clock.clone(),
            random: random.clone(),
        };
        let access_tokens = AccessTokens::new(
            sign_ins.providers.clone(),
            store.clone(),
            config.agents.issuer.clone(),
            clock.clone(),
        );
        let readiness = Readiness::new(store.clone(), clock.clone(), random.clone());
        Ok(Self(Arc::new(AppState {
            link_resolver: LinkResolver::new(store.clone(), links.clone(), clock.clone()),
            session_tokens: SessionTokens::new(keys.clone(), clock.clone()),
            tickets: Tickets::new(keys, clock.clone(), random.clone()),
            streams,
            outgoing_notices: Arc::new(Mutex::new(outgoing_notices)),
            history,
            meetings: Arc::new(meetings),
            recordings: Arc::new(recordings),
            codes: Arc::new(codes),
            sign_ins: Arc::new(sign_ins),
            access_tokens: Arc::new(access_tokens),
            readiness: Arc::new(readiness),
            collators: Arc::new(Collators::new()?),
            room_lists: Arc::new(RoomListCache::new(store.clone())),
            config,
            store,
            links,
            conference,
            live,
            files,
            outbox,
            meeting_tokens,
            clock,
            random,
        })))
    }

    /// The configuration.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The open event streams.
    #[must_use]
    pub fn streams(&self) -> &Streams {
        &self.0.streams
    }

    /// The housekeeping task.
    #[must_use]
    pub fn housekeeping(&self) -> Housekeeping {
        let AppState {
            store,
            conference,
            live,
            history,
            files,
            outbox,
            clock,
            random,
            config,
            ..
        } = &*self.0;
        let unused = Unused {
            config: Arc::clone(config),
            store: store.clone(),
            conference: Arc::clone(conference),
            live: Arc::clone(live),
            outbox: outbox.clone(),
            clock: clock.clone(),
            random: random.clone(),
        };
        Housekeeping {
            store: store.clone(),
            conference: Arc::clone(conference),
            live: Arc::clone(live),
            history: Arc::clone(history),
            files: files.clone(),
            unused: unused.is_wanted().then_some(unused),
            audit_kept: config.audit_kept,
            last_merged: Mutex::default(),
            clock: clock.clone(),
        }
    }

    /// Follows which meetings run, which recordings are new, and what other nodes tell, until the backend stops.
    pub async fn follow_meetings(self) {
        let AppState {
            store,
            conference,
            live,
            streams,
            outgoing_notices,
            clock,
            ..
        } = &*self.0;
        let mut outgoing = outgoing_notices.lock().await;
        tokio::join!(
            live.follow(conference, store, clock),
            notice_exchange::run(store, &mut outgoing, live, streams),
        );
    }

    /// Sends mails until the backend stops; does nothing if the instance sends none.
    pub async fn send_mails(self) {
        if let Some(outbox) = &self.0.outbox {
            outbox.run().await;
        }
    }

    /// Sends the mails that are due, as [`App::send_mails`] does every now and then.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn send_due_mails(&self) -> Result<(), DbErr> {
        if let Some(outbox) = &self.0.outbox {
            outbox.send_due().await?;
        }
        Ok(())
    }

    /// Counts the links that are signed with a key; with `apply`, renews them with the signing key.
    ///
    /// # Errors
    ///
    /// [`RetireError`](retirement::RetireError) when it is the signing key, or the database fails.
    pub async fn retire_key(
        &self,
        key: u8,
        apply: bool,
    ) -> Result<retirement::RetireReport, retirement::RetireError> {
        let AppState {
            store,
            links,
            clock,
            ..
        } = &*self.0;
        retirement::retire_key(store, links, key, apply, clock.now()).await
    }

    /// Prints the audit trail of the last days to `out`, one JSON object a line.
    ///
    /// # Errors
    ///
    /// [`AuditError`](audit::AuditError) when the database fails, or `out` cannot be written.
    pub async fn print_audit_trail(
        &self,
        days: u32,
        out: &mut impl std::io::Write,
    ) -> Result<(), audit::AuditError> {
        let AppState { store, clock, .. } = &*self.0;
        audit::print(store, days, clock.now(), out).await
    }

    /// Links the accounts of a former identity provider to those of the agents' provider.
    ///
    /// # Errors
    ///
    /// [`LinkError`](linking::LinkError) when both providers are the same, or the database fails.
    pub async fn link_accounts(
        &self,
        request: &linking::LinkRequest<'_>,
    ) -> Result<linking::Report, linking::LinkError> {
        let now = self.0.clock.now();
        linking::link(&self.0.store, &self.0.config, request, now).await
    }
}

fn open_files(
    config: &Config,
    store: &Store,
    keys: &Keys,
    clock: &Clock,
    random: &Random,
) -> Result<Option<Arc<Files>>, ObjectsError> {
    let Some(settings) = &config.files else {
        return Ok(None);
    };
    let (store, keys) = (store.clone(), keys.clone());
    let files = Files::open(settings, store, keys, clock.clone(), random.clone())?;
    Ok(Some(Arc::new(files)))
}
