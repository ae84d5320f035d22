//! Asking the conference server for one meeting, on behalf of a node.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::future::BoxFuture;
use uuid::Uuid;

use super::pace::Pace;
use super::schedule;
use super::timer::Timer;
use crate::conference::{ConferenceError, Meeting};

/// How old an answer may be for somebody who enters.
const RECENT: Duration = Duration::from_secs(1);

/// Asks the conference server for the meeting of a room; `None` when there is none.
pub(super) type Ask =
    Box<dyn Fn(Uuid) -> BoxFuture<'static, Result<Option<Meeting>, ConferenceError>> + Send + Sync>;

/// The questions of a node.
pub(super) struct Questions {
    ask: Ask,
    pub pace: Pace,
    pub timer: Timer,
    /// Whether the last question failed: it is logged once.
    failing: AtomicBool,
}

impl Questions {
    pub fn new(ask: Ask, per_second: u32, timer: Timer) -> Self {
        Self {
            ask,
            pace: Pace::per_second(per_second, timer.clone()),
            timer,
            failing: AtomicBool::new(false),
        }
    }

    /// How old an answer may be for somebody who enters: where the questions are more than may be asked,
    /// as old as an answer gets for those who wait.
    pub fn recent(&self) -> Duration {
        if self.pace.is_overloaded() {
            schedule::LONGEST
        } else {
            RECENT
        }
    }

    /// Asks; whose turn it is has been found out before.
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
