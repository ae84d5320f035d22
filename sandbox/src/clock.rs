//! The clock. **Architecture invariant:** only this module reads the wall clock; time-dependent code takes the
//! time as an argument.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// A time on the monotonic and on the wall clock.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    pub(crate) instant: Instant,
    /// Milliseconds since 1970.
    pub(crate) unix_ms: u64,
}

impl Moment {
    /// The current time.
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
