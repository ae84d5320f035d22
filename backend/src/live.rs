//! Running meetings and new recordings: polling the conference server and the database on behalf of everybody who
//! waits, joins or sees badges.
//!
//! Waiting, joining and session details query a single meeting: one response serves everybody who needs it, and
//! a node limits its rate of queries ([decision 13](../../docs/decisions/0013-waiting.md)). The list of all
//! meetings is used only for badges.
//!
//! | module | content |
//! | --- | --- |
//! | `meetings` | the meetings that somebody is interested in |
//! | `meeting`, `questions` | the state of one meeting, and querying it |
//! | `schedule`, `rate_limiter` | the polling interval of one meeting; the rate limit of a node |
//! | `timer` | the injected timer |
//! | `room_states` | the database state of rooms that somebody waits for |
//! | `list`, `snapshot` | the list for badges |
//! | `peaks` | the largest number of people in each meeting |
//! | `delegations` | whom the badges of delegated rooms are for, and whether lists of rooms have changed |
//! | `new_recordings` | the rooms with new recordings |
//! | `subscription` | a subscription to all that badges show |

mod delegations;
mod list;
mod meeting;
mod meetings;
mod new_recordings;
mod peaks;
mod questions;
mod rate_limiter;
mod room_states;
mod schedule;
mod snapshot;
mod subscription;
#[cfg(test)]
mod tests;
mod timer;

use std::sync::Arc;
use std::time::Duration;

use sea_orm::DbErr;
use uuid::Uuid;

use crate::clock::Clock;
use crate::conference::{Conference, ConferenceError, Meeting};
use crate::notices::{Notice, Notices};
use crate::storage::Store;
use delegations::DelegationWatch;
use list::RunningList;
use meetings::Meetings;
pub use meetings::Waiter;
use new_recordings::NewRecordings;
use questions::Questions;
pub use subscription::LiveSubscription;
use timer::Timer;

/// The state of running meetings and new recordings, and who is interested in it.
pub struct LiveMeetings {
    meetings: Meetings,
    list: Arc<RunningList>,
    delegations: Arc<DelegationWatch>,
    new_recordings: NewRecordings,
    notices: Notices,
    keeps_history: bool,
}

impl LiveMeetings {
    /// Queries `conference`; for the list once per `list_interval`, as the database for new recordings. With
    /// `keeps_history`, the largest number of people in each meeting is stored. Other nodes are told of changes by
    /// `notices`.
    #[must_use]
    pub fn new(
        conference: Arc<Conference>,
        list_interval: Duration,
        keeps_history: bool,
        notices: Notices,
    ) -> Self {
        let ask = move |room: Uuid| {
            let conference = Arc::clone(&conference);
            let answer = async move { conference.meeting(&room.to_string()).await };
            Box::pin(answer) as futures_util::future::BoxFuture<'static, _>
        };
        let questions = Questions::new(Box::new(ask), rate_limiter::PER_SECOND, Timer::System);
        Self {
            meetings: Meetings::new(questions),
            list: Arc::new(RunningList::new(list_interval)),
            delegations: Arc::new(DelegationWatch::new(list_interval)),
            new_recordings: NewRecordings::new(list_interval),
            notices,
            keeps_history,
        }
    }

    /// Polls until the backend stops.
    pub async fn follow(&self, conference: &Conference, store: &Store, clock: &Clock) {
        let peaks = async {
            if self.keeps_history {
                peaks::follow(self.list.latest(), store).await;
            }
        };
        tokio::join!(
            self.list.follow(conference, store),
            peaks,
            self.delegations.follow(store),
            self.new_recordings
                .follow(store, || self.delegations.accounts()),
            room_states::follow(&self.meetings, store, clock),
        );
    }

    /// Subscribes an account to what the badges of its rooms show.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn subscribe(&self, store: &Store, account: Uuid) -> Result<LiveSubscription, DbErr> {
        Ok(LiveSubscription {
            account,
            delegations: self.delegations.subscribe(store, account).await?,
            meetings: self.list.subscribe(),
            recordings: self.new_recordings.subscribe(),
        })
    }

    /// Notes that this node has changed which recordings are new: subscribers learn it within a second.
    pub fn recordings_changed(&self) {
        self.recordings_changed_elsewhere();
        self.notices.send(Notice::Recordings);
    }

    /// Notes the same of another node.
    pub fn recordings_changed_elsewhere(&self) {
        self.new_recordings.changed();
    }

    /// Notes that this node has changed who is a delegate of a room, or its owner: subscribers are told at once.
    pub fn delegations_changed(&self) {
        self.delegations_changed_elsewhere();
        self.notices.send(Notice::Delegations);
    }

    /// Notes the same of another node.
    pub fn delegations_changed_elsewhere(&self) {
        self.delegations.note_change();
    }

    /// Registers interest in the meeting of a room.
    #[must_use]
    pub fn wait_for(&self, room: Uuid) -> Waiter {
        self.meetings.wait_for(room)
    }

    /// The running meeting of a room that `the_one` accepts. It may have started a moment ago, so a negative
    /// response is confirmed by a new query.
    ///
    /// # Errors
    ///
    /// When the query fails.
    pub async fn meeting(
        &self,
        room: Uuid,
        the_one: impl Fn(&Meeting) -> bool,
    ) -> Result<Option<Arc<Meeting>>, Arc<ConferenceError>> {
        self.meetings.running(room, the_one).await
    }

    /// The running meeting of a room, from a new query.
    ///
    /// # Errors
    ///
    /// When the query fails.
    pub async fn meeting_asked_anew(
        &self,
        room: Uuid,
    ) -> Result<Option<Arc<Meeting>>, Arc<ConferenceError>> {
        self.meetings.asked_anew(room).await
    }

    /// Whether the meeting of a room runs, possibly from a recent response.
    ///
    /// # Errors
    ///
    /// When the query fails.
    pub async fn ran_lately(&self, room: Uuid) -> Result<bool, Arc<ConferenceError>> {
        self.meetings.ran_lately(room).await
    }

    /// Waits until the rate limit allows a query of the lowest priority.
    pub async fn acquire_idle(&self) {
        self.meetings.acquire_idle().await;
    }

    /// Notes that the portal has just started or ended the meeting of a room: earlier responses are outdated.
    pub fn changed(&self, room: Uuid) {
        self.meetings.changed(room);
    }
}
