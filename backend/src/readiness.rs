//! Readiness probe (`GET /readyz`): whether the backend can store what it acknowledges.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use http::StatusCode;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use crate::clock::Clock;
use crate::random::Random;
use crate::storage::Store;

/// How long a successful write counts.
const VALID_AFTER_SUCCESS: Duration = Duration::from_secs(3);

/// How long a failed write counts.
const VALID_AFTER_FAILURE: Duration = Duration::from_secs(1);

/// The timeout of a write.
const WRITE_TIMEOUT: Duration = Duration::from_secs(4);

/// Probes whether the database accepts writes.
pub struct Readiness {
    store: Store,
    clock: Clock,
    random: Random,
    /// The result of the last write. Concurrent requests wait for a running write.
    last: Mutex<Option<LastProbe>>,
}

struct LastProbe {
    at: Instant,
    succeeded: bool,
}

impl LastProbe {
    fn counts(&self) -> bool {
        let time = if self.succeeded {
            VALID_AFTER_SUCCESS
        } else {
            VALID_AFTER_FAILURE
        };
        self.at.elapsed() < time
    }
}

impl Readiness {
    /// A probe of `store`.
    #[must_use]
    pub fn new(store: Store, clock: Clock, random: Random) -> Self {
        Self {
            store,
            clock,
            random,
            last: Mutex::default(),
        }
    }

    /// Whether the database accepts writes, possibly from a recent result.
    pub async fn is_ready(&self) -> bool {
        let mut last = self.last.lock().await;
        match &*last {
            Some(last) if last.counts() => last.succeeded,
            _ => {
                let succeeded = self.takes_a_write().await;
                let at = Instant::now();
                *last = Some(LastProbe { at, succeeded });
                succeeded
            }
        }
    }

    async fn takes_a_write(&self) -> bool {
        let id = self.random.uuid(self.clock.now());
        let commits = self.store.commits();
        match timeout(WRITE_TIMEOUT, self.store.try_to_write(id)).await {
            Ok(Ok(())) => true,
            Ok(Err(error)) => {
                tracing::error!(%error, "the database takes no write");
                false
            }
            // It waits for other writers whose writes succeed: busy, but ready.
            Err(_) if self.store.commits() > commits => true,
            Err(_) => {
                tracing::error!("the database takes no write in time");
                false
            }
        }
    }
}

/// 200 if the database accepts a write, else 503.
pub async fn serve(State(readiness): State<Arc<Readiness>>) -> StatusCode {
    if readiness.is_ready().await {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    }
}
