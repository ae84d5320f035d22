//! Meeting expiry: requested, longer than its duration, or empty for too long.
//!
//! The current time is passed in.

use std::time::{Duration, Instant};

/// The events of a meeting that determine its expiry.
pub(crate) struct Timeline {
    created: Instant,
    has_been_joined: bool,
    empty_since: Option<Instant>,
    end_at: Option<Instant>,
}

/// The limits of a meeting. Zero for no limit.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// Since its creation.
    pub(crate) duration: Duration,
    /// Since its creation, without any participant so far.
    pub(crate) nobody_joined: Duration,
    /// Since the last participant left.
    pub(crate) last_left: Duration,
}

impl Timeline {
    /// The timeline of a meeting created now.
    pub(crate) fn starting(now: Instant) -> Self {
        Self {
            created: now,
            has_been_joined: false,
            empty_since: None,
            end_at: None,
        }
    }

    /// Whether there has ever been a participant.
    pub(crate) fn has_been_joined(&self) -> bool {
        self.has_been_joined
    }

    /// Records a participant.
    pub(crate) fn note_arrival(&mut self) {
        self.has_been_joined = true;
        self.empty_since = None;
    }

    /// Records that the meeting is empty. Repetitions do not restart the time.
    pub(crate) fn note_emptiness(&mut self, now: Instant) {
        if self.has_been_joined {
            self.empty_since.get_or_insert(now);
        }
    }

    /// Requests the end. A second request does not delay it.
    pub(crate) fn request_end(&mut self, at: Instant) {
        self.end_at.get_or_insert(at);
    }

    /// Whether the end was requested.
    pub(crate) fn is_ending(&self) -> bool {
        self.end_at.is_some()
    }

    /// Whether the meeting has ended.
    pub(crate) fn is_over(&self, now: Instant, limits: Limits) -> bool {
        let has_passed = |since: Instant, time: Duration| {
            !time.is_zero() && now.saturating_duration_since(since) >= time
        };
        let ended = self.end_at.is_some_and(|at| now >= at);
        let too_long = has_passed(self.created, limits.duration);
        let nobody_came = !self.has_been_joined && has_passed(self.created, limits.nobody_joined);
        let deserted = self
            .empty_since
            .is_some_and(|since| has_passed(since, limits.last_left));
        ended || too_long || nobody_came || deserted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_mins(1);
    const LIMITS: Limits = Limits {
        duration: Duration::from_hours(1),
        nobody_joined: Duration::from_mins(5),
        last_left: MINUTE,
    };
    const NONE: Limits = Limits {
        duration: Duration::ZERO,
        nobody_joined: Duration::ZERO,
        last_left: Duration::ZERO,
    };

    /// Checks the state `minutes` after `start`, with and without limits.
    #[track_caller]
    fn check(timeline: &Timeline, start: Instant, minutes: u32, expect: bool) {
        assert_eq!(
            timeline.is_over(start + MINUTE * minutes, LIMITS),
            expect,
            "{minutes}"
        );
        assert!(
            !timeline.is_over(start + MINUTE * minutes, NONE),
            "{minutes}"
        );
    }

    #[test]
    fn a_meeting_waits_for_its_first_person() {
        let start = Instant::now();
        let timeline = Timeline::starting(start);
        check(&timeline, start, 4, false);
        check(&timeline, start, 5, true);
    }

    #[test]
    fn a_meeting_outlives_its_last_person_for_a_while() {
        let start = Instant::now();
        let mut timeline = Timeline::starting(start);
        timeline.note_arrival();
        check(&timeline, start, 59, false);
        timeline.note_emptiness(start + 10 * MINUTE);
        timeline.note_emptiness(start + 11 * MINUTE);
        check(&timeline, start, 10, false);
        check(&timeline, start, 11, true);
    }

    #[test]
    fn who_comes_back_in_time_keeps_the_meeting_until_its_duration() {
        let start = Instant::now();
        let mut timeline = Timeline::starting(start);
        timeline.note_arrival();
        timeline.note_emptiness(start);
        timeline.note_arrival();
        check(&timeline, start, 59, false);
        check(&timeline, start, 60, true);
    }

    #[test]
    fn an_end_that_was_asked_for_comes_at_the_first_time_named() {
        let start = Instant::now();
        let mut timeline = Timeline::starting(start);
        timeline.request_end(start + MINUTE);
        timeline.request_end(start + 2 * MINUTE);
        assert!(timeline.is_ending());
        assert!(!timeline.is_over(start, NONE));
        assert!(timeline.is_over(start + MINUTE, NONE));
    }
}
