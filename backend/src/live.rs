//! Which meetings run, as the conference server says.
//!
//! Whoever waits for a meeting, enters it or shows its details asks for that one: each answer serves all
//! who want it, and a node asks at an even pace ([decision 13](../../docs/decisions/0013-waiting.md)). The
//! list of all meetings is for badges alone.
//!
//! | module | what lives there |
//! | --- | --- |
//! | `meetings` | the meetings that somebody wants to know about |
//! | `meeting`, `questions` | what is known of one, and asking for it |
//! | `schedule`, `pace` | how often one is asked for; how often a node asks at all |
//! | `timer` | the passing of time, passed in |
//! | `standings` | how the rooms stand that somebody waits for |
//! | `list`, `snapshot` | the list for badges |

mod list;
mod meeting;
mod meetings;
mod pace;
mod questions;
mod schedule;
mod snapshot;
mod standings;
#[cfg(test)]
mod tests;
mod timer;

use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use crate::clock::Clock;
use crate::conference::{Conference, ConferenceError, Meeting};
use crate::storage::Store;
pub use list::Onlooker;
use list::RunningList;
use meetings::Meetings;
pub use meetings::Waiter;
use questions::Questions;
use timer::Timer;

/// What is known of the meetings that run, and who wants to know.
pub struct LiveMeetings {
    meetings: Meetings,
    list: Arc<RunningList>,
}

impl LiveMeetings {
    /// Asks `conference`; for the list once in `list_interval`.
    #[must_use]
    pub fn new(conference: Arc<Conference>, list_interval: Duration) -> Self {
        let ask = move |room: Uuid| {
            let conference = Arc::clone(&conference);
            let answer = async move { conference.meeting(&room.to_string()).await };
            Box::pin(answer) as futures_util::future::BoxFuture<'static, _>
        };
        let questions = Questions::new(Box::new(ask), pace::PER_SECOND, Timer::System);
        Self {
            meetings: Meetings::new(questions),
            list: Arc::new(RunningList::new(list_interval)),
        }
    }

    /// Follows what goes on, for as long as the backend runs.
    pub async fn follow(&self, conference: &Conference, store: &Store, clock: &Clock) {
        tokio::join!(
            self.list.follow(conference, store),
            standings::follow(&self.meetings, store, clock),
        );
    }

    /// Looks on at the list.
    #[must_use]
    pub fn look_on(&self) -> Onlooker {
        self.list.look_on()
    }

    /// Waits for the meeting of a room.
    #[must_use]
    pub fn wait_for(&self, room: Uuid) -> Waiter {
        self.meetings.wait_for(room)
    }

    /// The meeting of a room, if it runs and is `the_one`. It may have begun a moment ago: it is asked for
    /// anew before anybody is told that it does not run.
    ///
    /// # Errors
    ///
    /// When the conference server cannot be asked.
    pub async fn meeting(
        &self,
        room: Uuid,
        the_one: impl Fn(&Meeting) -> bool,
    ) -> Result<Option<Arc<Meeting>>, Arc<ConferenceError>> {
        self.meetings.running(room, the_one).await
    }

    /// The meeting of a room, if it runs: asked from now on.
    ///
    /// # Errors
    ///
    /// When the conference server cannot be asked.
    pub async fn meeting_asked_anew(
        &self,
        room: Uuid,
    ) -> Result<Option<Arc<Meeting>>, Arc<ConferenceError>> {
        self.meetings.asked_anew(room).await
    }

    /// Whether the meeting of a room runs, as of a moment ago.
    ///
    /// # Errors
    ///
    /// When the conference server cannot be asked.
    pub async fn ran_lately(&self, room: Uuid) -> Result<bool, Arc<ConferenceError>> {
        self.meetings.ran_lately(room).await
    }

    /// Waits until the conference server may be asked for something that nobody waits for.
    pub async fn idle_turn(&self) {
        self.meetings.idle_turn().await;
    }

    /// Takes it that the portal has just started or ended the meeting of a room: what was known of it is of
    /// another moment.
    pub fn changed(&self, room: Uuid) {
        self.meetings.changed(room);
    }
}
