//! The sandbox server: starting, controlling and stopping it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::conference::Conference;
use crate::conference::behaviour::ServerBehaviour;
use crate::conference::fault::Fault;
use crate::config::SandboxConfig;
use crate::start_error::StartError;
use crate::{conference, environment, health, identity};

/// How long [`Sandbox::stop`] waits for running requests.
const STOP_PATIENCE: Duration = Duration::from_secs(2);

/// A running sandbox. Dropping it stops it without waiting.
pub struct Sandbox {
    address: SocketAddr,
    base_url: String,
    conference: Arc<Conference>,
    serving: JoinHandle<()>,
    stopping: DropGuard,
}

impl Sandbox {
    /// Binds the address and serves in tasks of the current tokio runtime. Requests are answered once this
    /// returns.
    ///
    /// # Errors
    ///
    /// [`StartError`] when the address is not available or the configuration is invalid.
    pub async fn start(config: SandboxConfig) -> Result<Self, StartError> {
        let refused = |source| StartError::Listen {
            address: config.listen,
            source,
        };
        let listener = TcpListener::bind(config.listen).await.map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let base_url = match &config.public_url {
            Some(url) => environment::public_origin(url).ok_or(StartError::PublicUrl)?,
            None => format!("http://127.0.0.1:{}", address.port()),
        };

        let stopping = CancellationToken::new();
        let identity = identity::router(&config, &base_url);
        let conference = Conference::new(config, base_url.clone(), stopping.clone())?;
        let router = Router::new()
            .merge(health::router())
            .merge(identity)
            .merge(conference::router(&conference));

        tokio::spawn(conference::lifetime::watch(Arc::clone(&conference)));
        let serving = tokio::spawn(serve(listener, router, stopping.clone()));
        Ok(Self {
            address,
            base_url,
            conference,
            serving,
            stopping: stopping.drop_guard(),
        })
    }

    /// The public origin, without a trailing slash.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The bound address, with the actual port.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Makes the conference server's API fail; [`Fault::None`] restores it.
    pub fn set_fault(&self, fault: Fault) {
        self.conference.fault.set(fault);
    }

    /// The number of API calls since the start, except `join`.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.conference.calls.get(None)
    }

    /// The number of API calls with this name since the start.
    #[must_use]
    pub fn calls_of(&self, call: &str) -> u64 {
        self.conference.calls.get(Some(call))
    }

    /// Changes the behaviour of the conference server.
    pub fn set_behaviour(&self, behaviour: ServerBehaviour) {
        self.conference.behaviour.set(behaviour);
    }

    /// Ends event streams, waits for running requests, and releases the port.
    pub async fn stop(self) {
        let Self {
            serving, stopping, ..
        } = self;
        drop(stopping);
        let abort = serving.abort_handle();
        if tokio::time::timeout(STOP_PATIENCE, serving).await.is_err() {
            tracing::warn!("some requests were cut off");
            abort.abort();
        }
    }
}

async fn serve(listener: TcpListener, router: Router, stopping: CancellationToken) {
    let served = axum::serve(listener, router).with_graceful_shutdown(stopping.cancelled_owned());
    if let Err(error) = served.await {
        tracing::error!("the sandbox no longer serves: {error}");
    }
}
