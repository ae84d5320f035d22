//! Queries of single meetings on behalf of a node.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::future::BoxFuture;
use uuid::Uuid;

use super::rate_limiter::RateLimiter;
use super::schedule;
use super::timer::Timer;
use crate::conference::{ConferenceError, Meeting};

/// The maximum age of a response for somebody who joins.
const RECENT: Duration = Duration::from_secs(1);

/// Queries the meeting of a room; `None` if there is none.
pub(super) type Ask =
    Box<dyn Fn(Uuid) -> BoxFuture<'static, Result<Option<Meeting>, ConferenceError>> + Send + Sync>;

/// The queries of a node.
pub(super) struct Questions {
    ask: Ask,
    pub rate_limiter: RateLimiter,
    pub timer: Timer,
    /// Whether the last query failed: only changes are logged.
    failing: AtomicBool,
}

impl Questions {
    pub fn new(ask: Ask, per_second: u32, timer: Timer) -> Self {
        Self {
            ask,
            rate_limiter: RateLimiter::per_second(per_second, timer.clone()),
            timer,
            failing: AtomicBool::new(false),
        }
    }

    /// The maximum age of a response for somebody who joins; under overload, that of a response for those who
    /// wait.
    pub fn recent(&self) -> Duration {
        if self.rate_limiter.is_overloaded() {
            schedule::LONGEST
        } else {
            RECENT
        }
    }

    /// Queries. The caller has acquired a slot.
    pub async fn ask(&self, room: Uuid) -> Result<Option<Meeting>, ConferenceError> {
        let answer = (self.ask)(room).await;
        let fails = answer.is_err();
        if self.failing.swap(fails, Ordering::Relaxed) != fails
            && let Err(error) = &answer
        {
            tracing::warn!(%error, "whether meetings run is not known");
        }
        answer
    }
}
