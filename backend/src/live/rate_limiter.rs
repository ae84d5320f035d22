//! The rate limiter of queries about single meetings: an even rate, highest priority first.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

use super::timer::Timer;

/// The maximum rate of a node, in queries per second.
pub(super) const PER_SECOND: u32 = 50;

/// The priority of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Priority {
    /// Somebody joins.
    Now,
    /// People wait for a meeting that was started a short time ago.
    Soon,
    /// Nothing indicates a change.
    Later,
}

/// Queries of one priority are served in order. At any time one query of a lower priority competes with those
/// of the next higher one, so that none starves.
pub(super) struct RateLimiter {
    timer: Timer,
    gap: Duration,
    /// When the next query is allowed.
    next: Mutex<Instant>,
    soon: Mutex<()>,
    later: Mutex<()>,
    /// The number of joining people whose queries wait.
    entering: AtomicUsize,
}

impl RateLimiter {
    /// A limiter for this number of queries per second.
    pub fn per_second(questions: u32, timer: Timer) -> Self {
        Self {
            gap: Duration::from_secs(1) / questions,
            next: Mutex::new(timer.now()),
            soon: Mutex::default(),
            later: Mutex::default(),
            entering: AtomicUsize::new(0),
            timer,
        }
    }

    /// Waits until a query is allowed. A caller that stops waiting uses no slot.
    pub async fn acquire(&self, priority: Priority) {
        let _entering = (priority == Priority::Now).then(|| Counted::new(&self.entering));
        let _later = match priority {
            Priority::Later => Some(self.later.lock().await),
            _ => None,
        };
        let _soon = match priority {
            Priority::Now => None,
            _ => Some(self.soon.lock().await),
        };
        let mut next = self.next.lock().await;
        let at = self.timer.now().max(*next);
        self.timer.sleep_until(at).await;
        *next = at + self.gap;
    }

    /// Whether somebody who joins would wait for more than half a second.
    pub fn is_overloaded(&self) -> bool {
        let waiting = u32::try_from(self.entering.load(Ordering::Relaxed)).unwrap_or(u32::MAX);
        self.gap.saturating_mul(waiting) > Duration::from_millis(500)
    }
}

/// Increments a counter until it is dropped.
struct Counted<'a>(&'a AtomicUsize);

impl<'a> Counted<'a> {
    fn new(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::task::JoinSet;

    use super::*;
    use crate::live::timer::VirtualTime;

    fn rate_limiter() -> (Arc<VirtualTime>, Arc<RateLimiter>) {
        let time = Arc::new(VirtualTime::new());
        let rate_limiter = RateLimiter::per_second(50, Timer::Virtual(Arc::clone(&time)));
        (time, Arc::new(rate_limiter))
    }

    /// Acquires a slot for each of `questions`; returns their indices with the times, in order.
    async fn turns(questions: &[Priority]) -> Vec<(usize, Duration)> {
        let (time, rate_limiter) = rate_limiter();
        let began = time.now();
        let mut asked = JoinSet::new();
        for (index, priority) in questions.iter().copied().enumerate() {
            let (rate_limiter, time) = (Arc::clone(&rate_limiter), Arc::clone(&time));
            asked.spawn(async move {
                rate_limiter.acquire(priority).await;
                (index, time.now() - began)
            });
        }
        let mut turns = time.finish(asked).await;
        turns.sort_by_key(|(_, at)| *at);
        turns
    }

    #[tokio::test]
    async fn no_second_has_more_questions_than_allowed() {
        let mixed: Vec<_> = [Priority::Now, Priority::Soon, Priority::Later]
            .into_iter()
            .cycle()
            .take(300)
            .collect();
        let turns = turns(&mixed).await;
        for window in turns.windows(51) {
            assert!(window[50].1 >= window[0].1 + Duration::from_secs(1));
        }
        let all = turns[299].1;
        assert!(all < Duration::from_millis(6_100), "{all:?}");
    }

    #[tokio::test]
    async fn whoever_enters_passes_a_long_queue_of_those_who_wait() {
        let mut questions = vec![Priority::Later; 500];
        questions.extend([Priority::Soon; 10]);
        questions.push(Priority::Now);
        let turns = turns(&questions).await;
        let of = |index| turns.iter().find(|(other, _)| *other == index);
        let entered = of(510).expect("a slot").1;
        assert!(entered <= Duration::from_millis(60), "{entered:?}");
        let started = of(509).expect("a slot").1;
        assert!(started <= Duration::from_millis(300), "{started:?}");
    }

    #[tokio::test]
    async fn the_least_urgent_has_its_turn_among_many_that_are_more_so() {
        let mut questions = Vec::new();
        for _ in 0..200 {
            questions.extend([Priority::Now, Priority::Soon]);
        }
        questions.push(Priority::Later);
        let turns = turns(&questions).await;
        let last = turns.iter().find(|(index, _)| *index == 400);
        let last = last.expect("a slot").1;
        assert!(last <= Duration::from_millis(8_100), "{last:?}");
    }

    #[tokio::test]
    async fn who_stops_waiting_takes_no_turn() {
        let (time, rate_limiter) = rate_limiter();
        rate_limiter.acquire(Priority::Now).await;
        for _ in 0..100 {
            let gives_up = rate_limiter.acquire(Priority::Now);
            tokio::select! {
                biased;
                () = gives_up => panic!("at once"),
                () = std::future::ready(()) => {}
            }
        }
        assert!(!rate_limiter.is_overloaded());
        let mut last = JoinSet::new();
        let began = time.now();
        last.spawn(async move { rate_limiter.acquire(Priority::Later).await });
        time.finish(last).await;
        assert!(time.now() - began <= Duration::from_millis(25));
    }
}
