//! How often is asked for those who wait for a meeting.

use std::time::Duration;

/// The time between two questions just after the start.
const SHORTEST: Duration = Duration::from_millis(500);

/// The time between two questions while nothing happens.
pub(super) const LONGEST: Duration = Duration::from_secs(10);

/// What part of the time since the start the time between two questions is.
const PART: u32 = 30;

/// The time between two questions about a meeting that was started so long ago. A meeting runs once
/// somebody is in, which takes seconds after the start, sometimes minutes: whoever waits is told later by
/// a thirtieth of that time at most.
pub(super) fn pause(since_start: Option<Duration>) -> Duration {
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
        let after = |seconds| pause(Some(Duration::from_secs(seconds)));
        assert_eq!(after(0), Duration::from_millis(500));
        assert_eq!(after(15), Duration::from_millis(500));
        assert_eq!(after(60), Duration::from_secs(2));
        assert_eq!(after(300), Duration::from_secs(10));
        assert_eq!(after(86_400), Duration::from_secs(10));
        assert_eq!(pause(None), Duration::from_secs(10));
    }
}
