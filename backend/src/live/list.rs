//! The list of running meetings, for badges: polled while somebody is subscribed. Nobody waits or joins by it,
//! so it may be outdated or unavailable.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep_until};

use super::snapshot::Snapshot;
use crate::conference::Conference;
use crate::storage::Store;

/// After this time without a response, or twice the interval, the list is discarded.
const FORGOTTEN: Duration = Duration::from_mins(1);

/// The latest list and its subscribers.
pub(super) struct RunningList {
    interval: Duration,
    latest: watch::Sender<Arc<Snapshot>>,
    subscribers: AtomicUsize,
    wanted: Notify,
}

/// A subscription, which ends when it is dropped.
pub struct ListSubscription {
    list: Arc<RunningList>,
    latest: watch::Receiver<Arc<Snapshot>>,
}

impl ListSubscription {
    /// The latest list.
    #[must_use]
    pub fn latest(&mut self) -> Arc<Snapshot> {
        Arc::clone(&self.latest.borrow_and_update())
    }

    /// Waits for a change.
    pub async fn changed(&mut self) {
        if self.latest.changed().await.is_err() {
            // The sender is owned by `list`, which outlives this.
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for ListSubscription {
    fn drop(&mut self) {
        self.list.subscribers.fetch_sub(1, Ordering::Relaxed);
    }
}

impl RunningList {
    pub fn new(interval: Duration) -> Self {
        Self {
            interval,
            latest: watch::Sender::default(),
            subscribers: AtomicUsize::new(0),
            wanted: Notify::new(),
        }
    }

    pub fn subscribe(self: &Arc<Self>) -> ListSubscription {
        if self.subscribers.fetch_add(1, Ordering::Relaxed) == 0 {
            // A list from an earlier subscription is discarded instead of shown.
            self.forget_after(self.interval);
        }
        self.wanted.notify_one();
        ListSubscription {
            list: Arc::clone(self),
            latest: self.latest.subscribe(),
        }
    }

    /// The latest list, without a subscription: it does not cause polling.
    pub fn latest(&self) -> watch::Receiver<Arc<Snapshot>> {
        self.latest.subscribe()
    }

    /// Polls while there are subscribers.
    pub async fn follow(&self, conference: &Conference, store: &Store) {
        let mut failing = false;
        loop {
            while self.subscribers.load(Ordering::Relaxed) == 0 {
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
            // The next query follows this response, however long it took.
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
            let is_changed = !latest.is_same(&snapshot);
            *latest = Arc::new(snapshot);
            is_changed
        });
    }
}
