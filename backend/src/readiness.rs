//! `GET /readyz`: whether the backend can do its work, which is to keep what it acknowledges.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use http::StatusCode;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use crate::clock::Clock;
use crate::random::Random;
use crate::storage::Store;

/// For how long a write that was taken counts.
const AFTER_SUCCESS: Duration = Duration::from_secs(3);

/// For how long one that was not taken counts.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// How long a write may take.
const PATIENCE: Duration = Duration::from_secs(4);

/// Whether the database takes writes.
pub struct Readiness {
    store: Store,
    clock: Clock,
    random: Random,
    /// What the last try to write has shown. Whoever asks meanwhile waits for its end.
    last: Mutex<Option<LastTry>>,
}

struct LastTry {
    at: Instant,
    was_taken: bool,
}

impl LastTry {
    fn counts(&self) -> bool {
        let time = if self.was_taken {
            AFTER_SUCCESS
        } else {
            AFTER_FAILURE
        };
        self.at.elapsed() < time
    }
}

impl Readiness {
    /// That of `store`.
    #[must_use]
    pub fn new(store: Store, clock: Clock, random: Random) -> Self {
        Self {
            store,
            clock,
            random,
            last: Mutex::default(),
        }
    }

    /// Whether the database takes writes, as of a moment ago.
    pub async fn is_ready(&self) -> bool {
        let mut last = self.last.lock().await;
        match &*last {
            Some(last) if last.counts() => last.was_taken,
            _ => {
                let was_taken = self.takes_a_write().await;
                let at = Instant::now();
                *last = Some(LastTry { at, was_taken });
                was_taken
            }
        }
    }

    async fn takes_a_write(&self) -> bool {
        let id = self.random.uuid(self.clock.now());
        let commits = self.store.commits();
        match timeout(PATIENCE, self.store.try_to_write(id)).await {
            Ok(Ok(())) => true,
            Ok(Err(error)) => {
                tracing::error!(%error, "the database takes no write");
                false
            }
            // It waits behind many others, whose writes are taken: busy, and in order.
            Err(_) if self.store.commits() > commits => true,
            Err(_) => {
                tracing::error!("the database takes no write in time");
                false
            }
        }
    }
}

/// 200 once the database takes a write, else 503.
pub async fn serve(State(readiness): State<Arc<Readiness>>) -> StatusCode {
    if readiness.is_ready().await {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    }
}
