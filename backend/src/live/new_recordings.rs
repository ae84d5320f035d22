//! Which rooms have recordings that are new to their owners: read from the database for everybody at once, while
//! somebody is subscribed.

use std::cmp::max;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep_until, timeout};
use uuid::Uuid;

use crate::clock::Moment;
use crate::storage::Store;

/// The least time between two readings, however much changes.
const LEAST_PAUSE: Duration = Duration::from_secs(1);

/// What is new to an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NewToAccount {
    /// The rooms with new recordings, sorted, so that equal readings are equal.
    pub rooms: Vec<Uuid>,
    /// When the last of these recordings became ready.
    pub as_of: Option<Moment>,
}

/// What is new, by account.
pub(super) type NewByAccount = Arc<HashMap<Uuid, NewToAccount>>;

/// The latest reading and its subscribers.
pub(super) struct NewRecordings {
    interval: Duration,
    latest: watch::Sender<NewByAccount>,
    subscribed: Notify,
    changed: Notify,
}

impl NewRecordings {
    /// Reads once per `interval`, as other nodes change the database too.
    pub fn new(interval: Duration) -> Self {
        Self {
            interval,
            latest: watch::Sender::default(),
            subscribed: Notify::new(),
            changed: Notify::new(),
        }
    }

    pub fn subscribe(&self) -> watch::Receiver<NewByAccount> {
        let subscription = self.latest.subscribe();
        self.subscribed.notify_one();
        // The latest reading has nothing of an account that has just come.
        self.changed.notify_one();
        subscription
    }

    /// Notes that this node has changed what is new.
    pub fn changed(&self) {
        self.changed.notify_one();
    }

    /// Reads while there are subscribers: for the accounts that `subscribed` answers.
    pub async fn follow(&self, store: &Store, subscribed: impl Fn() -> Vec<Uuid>) {
        let mut failing = false;
        loop {
            while self.latest.receiver_count() == 0 {
                // What was read earlier is not shown to who comes next.
                self.latest.send_replace(NewByAccount::default());
                self.subscribed.notified().await;
            }
            let asked = Instant::now();
            match store.rooms_with_new_recordings(&subscribed()).await {
                Ok(rooms) => {
                    failing = false;
                    self.replace(by_account(rooms));
                }
                Err(error) => {
                    if !failing {
                        tracing::warn!(%error, "which recordings are new is not known");
                    }
                    failing = true;
                }
            }
            sleep_until(asked + LEAST_PAUSE.min(self.interval)).await;
            let rest = (asked + self.interval).saturating_duration_since(Instant::now());
            // Either is a reason to read again.
            let _ = timeout(rest, self.changed.notified()).await;
        }
    }

    fn replace(&self, rooms: HashMap<Uuid, NewToAccount>) {
        self.latest.send_if_modified(|latest| {
            let is_changed = **latest != rooms;
            if is_changed {
                *latest = Arc::new(rooms);
            }
            is_changed
        });
    }
}

fn by_account(unseen: Vec<(Uuid, Uuid, Moment)>) -> HashMap<Uuid, NewToAccount> {
    let mut by_account: HashMap<Uuid, NewToAccount> = HashMap::new();
    for (account, room, last) in unseen {
        let new = by_account.entry(account).or_default();
        new.rooms.push(room);
        new.as_of = max(new.as_of, Some(last));
    }
    for new in by_account.values_mut() {
        new.rooms.sort_unstable();
    }
    by_account
}
