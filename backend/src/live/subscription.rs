//! A subscription to what changes while a page is open: running meetings, new recordings and delegations.

use parvis_contract::live::Live;
use tokio::sync::watch;
use uuid::Uuid;

use super::delegations::DelegationSubscription;
use super::list::ListSubscription;
use super::new_recordings::NewByAccount;
use crate::clock::Moment;

/// The subscription of an account, which ends when it is dropped.
pub struct LiveSubscription {
    pub(super) account: Uuid,
    pub(super) delegations: DelegationSubscription,
    pub(super) meetings: ListSubscription,
    pub(super) recordings: watch::Receiver<NewByAccount>,
}

impl LiveSubscription {
    /// What the account may see of the latest state.
    #[must_use]
    pub fn latest(&mut self, with_activity: bool) -> Live {
        let delegations = self.delegations.latest();
        let meetings = self.meetings.latest();
        let new = self
            .recordings
            .borrow_and_update()
            .get(&self.account)
            .cloned()
            .unwrap_or_default();
        Live {
            new_recordings: new.rooms,
            new_recordings_as_of: new.as_of.map(|Moment(millis)| millis),
            ..meetings.of(self.account, delegations, with_activity)
        }
    }

    /// Waits for a change.
    pub async fn changed(&mut self) {
        tokio::select! {
            () = self.meetings.changed() => {}
            () = self.delegations.changed() => {}
            // An error means that the backend stops.
            Ok(()) = self.recordings.changed() => {}
        }
    }
}
