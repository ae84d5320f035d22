//! `GET /readyz`: whether the backend can do its work, which is to keep what it acknowledges.

use std::time::Duration;

use axum::extract::State;
use http::StatusCode;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use crate::app::App;

/// For how long a write that was taken counts.
const AFTER_SUCCESS: Duration = Duration::from_secs(3);

/// For how long one that was not taken counts.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// How long a write may take.
const PATIENCE: Duration = Duration::from_secs(4);

/// What the last try to write has shown. Whoever asks meanwhile waits for its end.
#[derive(Default)]
pub struct Readiness(Mutex<Option<LastTry>>);

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

/// 200 once the database takes a write, else 503.
pub async fn serve(State(app): State<App>) -> StatusCode {
    let mut last = app.readiness.0.lock().await;
    let was_taken = match &*last {
        Some(last) if last.counts() => last.was_taken,
        _ => {
            let was_taken = takes_a_write(&app).await;
            let at = Instant::now();
            *last = Some(LastTry { at, was_taken });
            was_taken
        }
    };
    if was_taken {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    }
}

async fn takes_a_write(app: &App) -> bool {
    let id = app.random.uuid(app.clock.now());
    let commits = app.store.commits();
    match timeout(PATIENCE, app.store.try_to_write(id)).await {
        Ok(Ok(())) => true,
        Ok(Err(error)) => {
            tracing::error!(%error, "the database takes no write");
            false
        }
        // It waits behind many others, whose writes are taken: busy, and in order.
        Err(_) if app.store.commits() > commits => true,
        Err(_) => {
            tracing::error!("the database takes no write in time");
            false
        }
    }
}
