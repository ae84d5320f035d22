//! The delegations that concern people with an open list of rooms: whose badges they see, and whether their list
//! may have changed. One query in an interval answers for everybody at a node; changes made at the node are seen
//! at once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::DbErr;
use sha2::{Digest as _, Sha256};
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep_until};
use uuid::Uuid;

use crate::storage::Store;
use crate::storage::delegations::{Concern, ConcernKind};

/// The shortest interval: changes that follow closely are read together.
const SHORTEST: Duration = Duration::from_millis(250);

/// The shortest interval without a change made at the node.
const SHORTEST_IDLE: Duration = Duration::from_secs(1);

type ByAccount = HashMap<Uuid, Delegations>;

/// The delegations that concern an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delegations {
    /// A digest that changes with them; empty if there are none.
    pub version: String,
    /// The rooms that are delegated to it.
    rooms: BTreeSet<Uuid>,
}

impl Delegations {
    fn of(concerns: &BTreeSet<Concern>) -> Self {
        if concerns.is_empty() {
            return Self::default();
        }
        let mut digest = Sha256::new();
        let mut rooms = BTreeSet::new();
        for concern in concerns {
            digest.update(concern.room);
            match concern.kind {
                // The same before and after it is taken: only whoever lists the rooms takes it.
                ConcernKind::Waiting => digest.update([1, 0]),
                ConcernKind::Delegated { is_offered } => {
                    rooms.insert(concern.room);
                    digest.update([1, u8::from(is_offered)]);
                }
                ConcernKind::Own {
                    delegation,
                    is_active,
                    is_offered,
                } => {
                    digest.update(delegation);
                    digest.update([2, u8::from(is_active), u8::from(is_offered)]);
                }
            }
        }
        Self {
            version: URL_SAFE_NO_PAD.encode(&digest.finalize()[..9]),
            rooms,
        }
    }

    /// Whether a room is delegated to the account.
    #[must_use]
    pub fn contains(&self, room: Uuid) -> bool {
        self.rooms.contains(&room)
    }
}

/// The delegations of the accounts with a subscription.
pub(super) struct DelegationWatch {
    interval: Duration,
    latest: watch::Sender<Arc<ByAccount>>,
    /// The number of subscriptions by account.
    subscribed: Mutex<HashMap<Uuid, usize>>,
    /// Wakes the task when there is a subscription.
    wanted: Notify,
    /// Wakes it when a change was made at the node.
    changed: Notify,
}

/// A subscription to the delegations of an account, which ends when it is dropped.
pub struct DelegationSubscription {
    watch: Arc<DelegationWatch>,
    account: Uuid,
    latest: watch::Receiver<Arc<ByAccount>>,
    current: Delegations,
}

impl DelegationSubscription {
    /// The latest delegations.
    #[must_use]
    pub fn latest(&self) -> &Delegations {
        &self.current
    }

    /// Waits until they were read again.
    pub async fn changed(&mut self) {
        if self.latest.changed().await.is_err() {
            // The sender is owned by `watch`, which outlives this.
            std::future::pending::<()>().await;
        }
        let all = Arc::clone(&self.latest.borrow_and_update());
        if let Some(own) = all.get(&self.account) {
            self.current.clone_from(own);
        }
    }
}

impl Drop for DelegationSubscription {
    fn drop(&mut self) {
        let mut subscribed = self.watch.subscribed();
        if let Some(count) = subscribed.get_mut(&self.account) {
            *count -= 1;
            if *count == 0 {
                subscribed.remove(&self.account);
            }
        }
    }
}

impl DelegationWatch {
    pub fn new(interval: Duration) -> Self {
        Self {
            interval: interval.max(SHORTEST_IDLE),
            latest: watch::Sender::default(),
            subscribed: Mutex::default(),
            wanted: Notify::new(),
            changed: Notify::new(),
        }
    }

    fn subscribed(&self) -> MutexGuard<'_, HashMap<Uuid, usize>> {
        self.subscribed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Subscribes, and reads the delegations of the account.
    pub async fn subscribe(
        self: &Arc<Self>,
        store: &Store,
        account: Uuid,
    ) -> Result<DelegationSubscription, DbErr> {
        *self.subscribed().entry(account).or_default() += 1;
        self.wanted.notify_one();
        let mut subscription = DelegationSubscription {
            watch: Arc::clone(self),
            account,
            latest: self.latest.subscribe(),
            current: Delegations::default(),
        };
        let mut own = read(store, &[account]).await?;
        subscription.current = own.remove(&account).unwrap_or_default();
        Ok(subscription)
    }

    /// Notes that delegations were changed at this node.
    pub fn note_change(&self) {
        self.changed.notify_one();
    }

    /// The accounts with a subscription.
    pub fn accounts(&self) -> Vec<Uuid> {
        self.subscribed().keys().copied().collect()
    }

    /// Polls while there are subscriptions.
    pub async fn follow(&self, store: &Store) {
        let mut failing = false;
        loop {
            let accounts = self.accounts();
            if accounts.is_empty() {
                self.wanted.notified().await;
                continue;
            }
            let asked = Instant::now();
            match read(store, &accounts).await {
                Ok(all) => {
                    failing = false;
                    self.latest.send_replace(Arc::new(all));
                }
                Err(error) if !failing => {
                    failing = true;
                    tracing::error!(%error, "whether lists of rooms have changed is not known");
                }
                Err(_) => {}
            }
            tokio::select! {
                () = sleep_until(asked + self.interval) => {}
                () = self.changed.notified() => sleep_until(asked + SHORTEST).await,
            }
        }
    }
}

/// The delegations of each of the accounts.
async fn read(store: &Store, accounts: &[Uuid]) -> Result<ByAccount, DbErr> {
    let mut concerns: BTreeMap<Uuid, BTreeSet<Concern>> = BTreeMap::new();
    for concern in store.delegations_of(accounts).await? {
        concerns.entry(concern.account).or_default().insert(concern);
    }
    let of = |account: &Uuid| {
        let own = concerns.get(account).map(Delegations::of);
        (*account, own.unwrap_or_default())
    };
    Ok(accounts.iter().map(of).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(kinds: &[(u128, ConcernKind)]) -> String {
        let concern = |(room, kind): &(u128, ConcernKind)| Concern {
            account: Uuid::from_u128(1),
            room: Uuid::from_u128(*room),
            kind: *kind,
        };
        Delegations::of(&kinds.iter().map(concern).collect()).version
    }

    #[test]
    fn a_version_changes_with_each_delegation_and_not_by_taking_it() {
        let delegated = |is_offered| ConcernKind::Delegated { is_offered };
        let own = |is_active, is_offered| ConcernKind::Own {
            delegation: Uuid::from_u128(9),
            is_active,
            is_offered,
        };
        assert_eq!(version(&[]), "");
        let waiting = version(&[(2, ConcernKind::Waiting)]);
        assert_eq!(version(&[(2, delegated(false))]), waiting);
        let different = [
            String::new(),
            waiting,
            version(&[(2, delegated(true))]),
            version(&[(3, delegated(false))]),
            version(&[(2, delegated(false)), (3, delegated(false))]),
            version(&[(2, own(false, false))]),
            version(&[(2, own(true, false))]),
            version(&[(2, own(true, true))]),
        ];
        let distinct: BTreeSet<&String> = different.iter().collect();
        assert_eq!(distinct.len(), different.len());
    }
}
