//! Waiting with a deadline: a test fails instead of never ending.

use std::time::Duration;

use tokio::time::{sleep, timeout};

/// Longer than anything takes that happens at all, on a busy machine.
const DEADLINE: Duration = Duration::from_secs(30);

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Looks again and again until `look` finds something; fails after 30 seconds, naming `what`.
pub async fn eventually<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    within(what, async {
        loop {
            if let Some(found) = look().await {
                return found;
            }
            sleep(PAUSE).await;
        }
    })
    .await
}

/// Waits for `event`; fails after 30 seconds, naming `what`.
pub async fn within<T>(what: &str, event: impl Future<Output = T>) -> T {
    let waited = timeout(DEADLINE, event).await;
    waited.unwrap_or_else(|_| panic!("{what} took longer than {DEADLINE:?}"))
}
