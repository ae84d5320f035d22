//! How often the conference server is asked about single meetings: at an even pace, the most urgent
//! question first.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

use super::timer::Timer;

/// The most questions about single meetings that a node asks in a second.
pub(super) const PER_SECOND: u32 = 50;

/// How soon a question is to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Urgency {
    /// Somebody is about to enter.
    Now,
    /// People wait for a meeting that was started a short time ago.
    Soon,
    /// Nothing says that the answer has changed.
    Later,
}

/// Gives questions their turn. Those of one urgency are asked in the order in which they came; at any
/// time one question of a lesser urgency is among those of the next, so that none waits for ever.
pub(super) struct Pace {
    timer: Timer,
    gap: Duration,
    /// When the next question may be asked.
    next: Mutex<Instant>,
    soon: Mutex<()>,
    later: Mutex<()>,
    /// How many people who are about to enter wait for their question's turn.
    entering: AtomicUsize,
}

impl Pace {
    /// At most so many questions in a second.
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

    /// Waits until a question may be asked. Whoever stops waiting has taken no turn.
    pub async fn turn(&self, urgency: Urgency) {
        let _entering = (urgency == Urgency::Now).then(|| Counted::new(&self.entering));
        let _later = match urgency {
            Urgency::Later => Some(self.later.lock().await),
            _ => None,
        };
        let _soon = match urgency {
            Urgency::Now => None,
            _ => Some(self.soon.lock().await),
        };
        let mut next = self.next.lock().await;
        let at = self.timer.now().max(*next);
        self.timer.sleep_until(at).await;
        *next = at + self.gap;
    }

    /// Whether somebody who is about to enter would wait for more than half a second.
    pub fn is_overloaded(&self) -> bool {
        let waiting = u32::try_from(self.entering.load(Ordering::Relaxed)).unwrap_or(u32::MAX);
        self.gap.saturating_mul(waiting) > Duration::from_millis(500)
    }
}

/// One more, for as long as it is held.
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

    fn pace() -> (Arc<VirtualTime>, Arc<Pace>) {
        let time = Arc::new(VirtualTime::new());
        let pace = Pace::per_second(50, Timer::Virtual(Arc::clone(&time)));
        (time, Arc::new(pace))
    }

    /// Has `questions` take their turns, and answers when each did, in the order of their turns.
    async fn turns(questions: &[Urgency]) -> Vec<(usize, Duration)> {
        let (time, pace) = pace();
        let began = time.now();
        let mut asked = JoinSet::new();
        for (index, urgency) in questions.iter().copied().enumerate() {
            let (pace, time) = (Arc::clone(&pace), Arc::clone(&time));
            asked.spawn(async move {
                pace.turn(urgency).await;
                (index, time.now() - began)
            });
        }
        let mut turns = time.finish(asked).await;
        turns.sort_by_key(|(_, at)| *at);
        turns
    }

    #[tokio::test]
    async fn no_second_has_more_questions_than_allowed() {
        let mixed: Vec<_> = [Urgency::Now, Urgency::Soon, Urgency::Later]
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
        let mut questions = vec![Urgency::Later; 500];
        questions.extend([Urgency::Soon; 10]);
        questions.push(Urgency::Now);
        let turns = turns(&questions).await;
        let of = |index| turns.iter().find(|(other, _)| *other == index);
        let entered = of(510).expect("a turn").1;
        assert!(entered <= Duration::from_millis(60), "{entered:?}");
        let started = of(509).expect("a turn").1;
        assert!(started <= Duration::from_millis(300), "{started:?}");
    }

    #[tokio::test]
    async fn the_least_urgent_has_its_turn_among_many_that_are_more_so() {
        let mut questions = Vec::new();
        for _ in 0..200 {
            questions.extend([Urgency::Now, Urgency::Soon]);
        }
        questions.push(Urgency::Later);
        let turns = turns(&questions).await;
        let last = turns.iter().find(|(index, _)| *index == 400);
        let last = last.expect("a turn").1;
        assert!(last <= Duration::from_millis(8_100), "{last:?}");
    }

    #[tokio::test]
    async fn who_stops_waiting_takes_no_turn() {
        let (time, pace) = pace();
        pace.turn(Urgency::Now).await;
        for _ in 0..100 {
            let gives_up = pace.turn(Urgency::Now);
            tokio::select! {
                biased;
                () = gives_up => panic!("at once"),
                () = std::future::ready(()) => {}
            }
        }
        assert!(!pace.is_overloaded());
        let mut last = JoinSet::new();
        let began = time.now();
        last.spawn(async move { pace.turn(Urgency::Later).await });
        time.finish(last).await;
        assert!(time.now() - began <= Duration::from_millis(25));
    }
}
