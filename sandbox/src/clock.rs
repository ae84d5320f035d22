//! The time. **Architecture invariant:** only this module asks the system for it on the wall's
//! clock; what decides by time takes the moment as an argument.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// A moment on both clocks: the one that never jumps, and the one on the wall.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    pub(crate) instant: Instant,
    /// Milliseconds since 1970.
    pub(crate) unix_ms: u64,
}

impl Moment {
    /// This one.
    pub(crate) fn now() -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
        let milliseconds = since_1970.unwrap_or_default().as_millis();
        Self {
            instant: Instant::now(),
            unix_ms: u64::try_from(milliseconds).unwrap_or(u64::MAX),
        }
    }

    /// Seconds since 1970, as tokens count time.
    pub(crate) fn unix_seconds(self) -> u64 {
        self.unix_ms / 1000
    }
}
