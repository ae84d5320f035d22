//! The conference server: the BigBlueButton API, the conference page, and inspection for tests.
//!
//! [`meetings`] has the state, without HTTP; [`api`] is the XML API, [`client`] the web page.

pub(crate) mod api;
pub(crate) mod behaviour;
mod callback;
pub(crate) mod calls;
mod client;
mod documents;
pub(crate) mod fault;
mod guests;
mod inspection;
pub(crate) mod lifetime;
mod meeting;
mod meetings;
mod person;
mod plan;
mod playback;
mod playback_tokens;
pub(crate) mod plugins;
mod ready_report;
mod recordings;
mod refusal;
mod role;
mod text;
mod timeline;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::config::SandboxConfig;
use crate::start_error::StartError;
use api::list::CachedList;
use behaviour::BehaviourSwitch;
use calls::CallCounts;
use fault::FaultSwitch;
use meetings::Meetings;
use playback_tokens::PlaybackTokens;
use plugins::fetch::Fetcher;
use recordings::Recordings;

/// The conference server of a sandbox.
pub(crate) struct Conference {
    config: SandboxConfig,
    base_url: String,
    /// The exit page if the portal names none.
    exit_page: Url,
    meetings: Mutex<Meetings>,
    recordings: Mutex<Recordings>,
    playback_tokens: Mutex<PlaybackTokens>,
    callbacks: reqwest::Client,
    /// Fetches plug-in manifests and presentations.
    fetcher: Fetcher,
    stopping: CancellationToken,
    pub(crate) fault: FaultSwitch,
    pub(crate) behaviour: BehaviourSwitch,
    cached_list: CachedList,
    pub(crate) calls: CallCounts,
}

impl Conference {
    /// A server without meetings, with the public URL `base_url`.
    pub(crate) fn new(
        config: SandboxConfig,
        base_url: String,
        stopping: CancellationToken,
    ) -> Result<Arc<Self>, StartError> {
        Ok(Arc::new(Self {
            exit_page: client::exit::own_page(&base_url).map_err(|_| StartError::PublicUrl)?,
            config,
            base_url,
            meetings: Mutex::default(),
            recordings: Mutex::default(),
            playback_tokens: Mutex::default(),
            callbacks: callback::client().map_err(StartError::Callbacks)?,
            fetcher: Fetcher::new().map_err(StartError::Plugins)?,
            stopping,
            fault: FaultSwitch::default(),
            behaviour: BehaviourSwitch::default(),
            cached_list: CachedList::default(),
            calls: CallCounts::default(),
        }))
    }

    /// The state. The lock is never held across an `await`; the state is consistent after a panic, as every
    /// change is made in one step.
    fn meetings(&self) -> MutexGuard<'_, Meetings> {
        self.meetings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The recordings, locked likewise. Never locked while [`meetings`](Self::meetings) are.
    fn recordings(&self) -> MutexGuard<'_, Recordings> {
        self.recordings
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The tokens of protected recordings, locked likewise, possibly while the recordings are.
    fn playback_tokens(&self) -> MutexGuard<'_, PlaybackTokens> {
        self.playback_tokens
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// All routes of the conference server.
pub(crate) fn router(conference: &Arc<Conference>) -> Router {
    Router::new()
        .merge(api::router())
        .merge(client::router())
        .merge(playback::router())
        .merge(inspection::router())
        .with_state(Arc::clone(conference))
}
