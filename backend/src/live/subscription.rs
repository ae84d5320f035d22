//! A subscription to what changes while a page is open: running meetings and new recordings.

use parvis_contract::live::Live;
use tokio::sync::watch;
use uuid::Uuid;

use super::list::ListSubscription;
use super::new_recordings::RoomsByAccount;

/// A subscription, which ends when it is dropped.
pub struct LiveSubscription {
    pub(super) meetings: ListSubscription,
    pub(super) recordings: watch::Receiver<RoomsByAccount>,
}

impl LiveSubscription {
    /// What a person may see of the latest state.
    #[must_use]
    pub fn latest_of(&mut self, account: Uuid, with_activity: bool) -> Live {
        let new_recordings = self.recordings.borrow_and_update().get(&account).cloned();
        Live {
            new_recordings: new_recordings.unwrap_or_default(),
            ..self.meetings.latest().of(account, with_activity)
        }
    }

    /// Waits for a change.
    pub async fn changed(&mut self) {
        tokio::select! {
            () = self.meetings.changed() => {}
            changed = self.recordings.changed() => {
                if changed.is_err() {
                    // The backend stops; the meetings still tell of theirs.
                    self.meetings.changed().await;
                }
            }
        }
    }
}
