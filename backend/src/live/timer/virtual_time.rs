//! A virtual clock that a test moves.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::task::{JoinSet, yield_now};
use tokio::time::Instant;

/// How many times all ready tasks run before the clock moves.
const ROUNDS: usize = 20;

/// The virtual clock.
pub struct VirtualTime(Mutex<State>);

struct State {
    now: Instant,
    sleeping: BTreeMap<(Instant, u64), oneshot::Sender<()>>,
    count: u64,
}

impl VirtualTime {
    pub fn new() -> Self {
        Self(Mutex::new(State {
            now: Instant::now(),
            sleeping: BTreeMap::new(),
            count: 0,
        }))
    }

    pub fn now(&self) -> Instant {
        self.state().now
    }

    pub async fn sleep_until(&self, moment: Instant) {
        let woken = {
            let mut state = self.state();
            if moment <= state.now {
                return;
            }
            let (wake, woken) = oneshot::channel();
            state.count += 1;
            let count = state.count;
            state.sleeping.insert((moment, count), wake);
            woken
        };
        woken.await.expect("the clock is there");
    }

    /// Moves the clock forward, running what becomes ready on the way.
    pub async fn pass(&self, time: Duration) {
        let until = self.now() + time;
        loop {
            for _ in 0..ROUNDS {
                yield_now().await;
            }
            let woken = {
                let mut state = self.state();
                let first = state.sleeping.first_entry();
                let Some(first) = first.filter(|first| first.key().0 <= until) else {
                    state.now = until;
                    return;
                };
                let ((now, _), wake) = first.remove_entry();
                state.now = now;
                wake
            };
            // A task that has stopped sleeping is not woken.
            let _ = woken.send(());
        }
    }

    /// Moves the clock until all these are done; fails after an hour of it.
    pub async fn finish<T: Send + 'static>(&self, mut tasks: JoinSet<T>) -> Vec<T> {
        let mut done = Vec::new();
        let deadline = self.now() + Duration::from_hours(1);
        while !tasks.is_empty() {
            assert!(self.now() < deadline, "{} are not done", tasks.len());
            self.pass(Duration::from_millis(5)).await;
            while let Some(task) = tasks.try_join_next() {
                done.push(task.expect("no panic"));
            }
        }
        done
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("not poisoned")
    }
}
