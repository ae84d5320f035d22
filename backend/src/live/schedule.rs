//! The polling interval of a meeting that somebody waits for.

use std::time::Duration;

/// The interval just after the start.
const SHORTEST: Duration = Duration::from_millis(500);

/// The interval while nothing happens.
pub(super) const LONGEST: Duration = Duration::from_secs(10);

/// The divisor of the time since the start.
const PART: u32 = 30;

/// The interval for a meeting that was started this long ago. A meeting runs once somebody has joined, seconds
/// or minutes after the start; the interval delays the notification by at most a thirtieth of that time.
pub(super) fn interval(since_start: Option<Duration>) -> Duration {
    match since_start {
        Some(since_start) => (since_start / PART).clamp(SHORTEST, LONGEST),
        None => LONGEST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_follow_closely_after_the_start_and_seldom_without_one() {
        let after = |seconds| interval(Some(Duration::from_secs(seconds)));
        assert_eq!(after(0), Duration::from_millis(500));
        assert_eq!(after(15), Duration::from_millis(500));
        assert_eq!(after(60), Duration::from_secs(2));
        assert_eq!(after(300), Duration::from_secs(10));
        assert_eq!(after(86_400), Duration::from_secs(10));
        assert_eq!(interval(None), Duration::from_secs(10));
    }
}
