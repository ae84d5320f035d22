//! The list of all meetings that run, for badges: asked for once per interval, while anybody looks on.
//! Nobody waits for it or enters by it, so it may be old, or fail.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep_until};

use super::snapshot::Snapshot;
use crate::conference::Conference;
use crate::storage::Store;

/// After this time without an answer, or twice the interval, nothing is known any more.
const FORGOTTEN: Duration = Duration::from_mins(1);

/// The newest list, and who looks on.
pub(super) struct RunningList {
    interval: Duration,
    latest: watch::Sender<Arc<Snapshot>>,
    onlookers: AtomicUsize,
    wanted: Notify,
}

/// Somebody looks on, for as long as this is held.
pub struct Onlooker {
    list: Arc<RunningList>,
    latest: watch::Receiver<Arc<Snapshot>>,
}

impl Onlooker {
    /// What is known now.
    #[must_use]
    pub fn latest(&mut self) -> Arc<Snapshot> {
        Arc::clone(&self.latest.borrow_and_update())
    }

    /// Waits until something is different.
    pub async fn changed(&mut self) {
        if self.latest.changed().await.is_err() {
            // What tells of changes is held by `list`: it is there for as long as this is.
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Onlooker {
    fn drop(&mut self) {
        self.list.onlookers.fetch_sub(1, Ordering::Relaxed);
    }
}

impl RunningList {
    pub fn new(interval: Duration) -> Self {
        Self {
            interval,
            latest: watch::Sender::default(),
            onlookers: AtomicUsize::new(0),
            wanted: Notify::new(),
        }
    }

    pub fn look_on(self: &Arc<Self>) -> Onlooker {
        if self.onlookers.fetch_add(1, Ordering::Relaxed) == 0 {
            // What was known when somebody last looked on is told to nobody who comes much later.
            self.forget_after(self.interval);
        }
        self.wanted.notify_one();
        Onlooker {
            list: Arc::clone(self),
            latest: self.latest.subscribe(),
        }
    }

    /// Asks again and again, while anybody looks on.
    pub async fn follow(&self, conference: &Conference, store: &Store) {
        let mut failing = false;
        loop {
            while self.onlookers.load(Ordering::Relaxed) == 0 {
                self.wanted.notified().await;
            }
            let asked = Instant::now();
            let known = Arc::clone(&self.latest.borrow());
            match Snapshot::take(conference, store, &known).await {
                Ok(snapshot) => {
                    failing = false;
                    self.replace(snapshot);
                }
                Err(error) => {
                    if !failing {
                        tracing::warn!(%error, "the list of meetings that run is not known");
                    }
                    failing = true;
                    self.forget_after(FORGOTTEN.max(2 * self.interval));
                }
            }
            // The next question comes after this answer, however long that took.
            sleep_until(asked + self.interval).await;
        }
    }

    fn forget_after(&self, age: Duration) {
        if !self.latest.borrow().is_younger_than(age) {
            self.replace(Snapshot::default());
        }
    }

    fn replace(&self, snapshot: Snapshot) {
        self.latest.send_if_modified(|latest| {
            let is_news = !latest.says_the_same(&snapshot);
            *latest = Arc::new(snapshot);
            is_news
        });
    }
}
