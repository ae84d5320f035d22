//! The state of one meeting: one query serves everybody who needs the response.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::Instant;
use uuid::Uuid;

use super::questions::Questions;
use super::rate_limiter::Priority;
use super::schedule;
use super::timer::Timer;
use crate::clock::Moment;
use crate::conference::{ConferenceError, Meeting};
use crate::storage::rooms::RoomState;

/// The minimum delay after a failed query for those who wait.
const AFTER_FAILURE: Duration = Duration::from_secs(2);

/// How long somebody who joins waits for the rate limit.
const QUEUE_TIMEOUT: Duration = Duration::from_secs(8);

/// A response of the conference server.
#[derive(Clone)]
pub(super) struct Answer {
    /// When the query was sent.
    pub asked: Instant,
    /// When the response arrived.
    pub answered: Instant,
    /// The meeting, if it runs.
    pub meeting: Option<Arc<Meeting>>,
}

/// The state shown to those who wait.
#[derive(Default)]
pub(super) struct Status {
    pub answer: Option<Answer>,
    /// The latest database state of the room.
    pub room_state: Option<RoomState>,
}

/// Determines when the next query for those who wait is due.
#[derive(Clone, Copy, Default)]
struct Timing {
    /// When the meeting was last started or ended, as far as this node knows.
    changed: Option<Instant>,
    /// When the last query failed, if it did.
    failed: Option<Instant>,
    /// How many times the meeting was started or ended, as far as this node knows.
    changes: u64,
}

/// The meeting of a room that somebody is interested in.
pub(super) struct WatchedMeeting {
    room: Uuid,
    timer: Timer,
    status: watch::Sender<Status>,
    /// Allows one query at a time. Holds the time and the cause of the last failure.
    asking: tokio::sync::Mutex<Option<(Instant, Arc<ConferenceError>)>>,
    timing: Mutex<Timing>,
    /// Wakes the polling task when the next query is due at another time.
    pub rescheduled: Notify,
}

impl WatchedMeeting {
    pub fn new(room: Uuid, timer: Timer) -> Self {
        Self {
            room,
            timer,
            status: watch::Sender::default(),
            asking: tokio::sync::Mutex::default(),
            timing: Mutex::default(),
            rescheduled: Notify::new(),
        }
    }

    pub fn room(&self) -> Uuid {
        self.room
    }

    pub fn subscribe(&self) -> watch::Receiver<Status> {
        self.status.subscribe()
    }

    pub fn answer(&self) -> Option<Answer> {
        self.status.borrow().answer.clone()
    }

    fn age(&self, answer: &Answer) -> Duration {
        self.timer.now() - answer.asked
    }

    /// Whether the state is no longer needed.
    pub fn is_stale(&self) -> bool {
        self.answer()
            .is_none_or(|answer| self.age(&answer) > schedule::LONGEST)
    }

    /// A response that `enough` accepts, which also receives the time of this call; otherwise the response to a
    /// query sent after this call. Concurrent callers share a query and its failure.
    pub async fn answer_such_that(
        &self,
        questions: &Questions,
        enough: impl Fn(&Answer, Instant) -> bool,
    ) -> Result<Answer, Arc<ConferenceError>> {
        let arrived = self.timer.now();
        let suits = |answer: &Answer| enough(answer, arrived) || answer.asked >= arrived;
        if let Some(answer) = self.answer().filter(&suits) {
            return Ok(answer);
        }
        let mut failure = self.asking.lock().await;
        if let Some(answer) = self.answer().filter(&suits) {
            return Ok(answer);
        }
        if let Some((failed, error)) = &*failure
            && *failed >= arrived
        {
            return Err(Arc::clone(error));
        }
        let answer = tokio::select! {
            () = questions.rate_limiter.acquire(Priority::Now) => self.ask(questions).await,
            () = self.timer.sleep_until(self.timer.now() + QUEUE_TIMEOUT) => Err(ConferenceError::Slow),
        };
        answer.map_err(|error| {
            let error = Arc::new(error);
            *failure = Some((self.timer.now(), Arc::clone(&error)));
            error
        })
    }

    /// The same, accepting a recent response if `the_one` accepts it.
    pub async fn recent_answer(
        &self,
        questions: &Questions,
        the_one: impl Fn(&Answer) -> bool,
    ) -> Result<Answer, Arc<ConferenceError>> {
        let enough = |answer: &Answer, arrived: Instant| {
            let is_recent = self.age(answer) < questions.recent() || answer.answered >= arrived;
            is_recent && the_one(answer)
        };
        self.answer_such_that(questions, enough).await
    }

    /// Queries for those who wait if a query is still due.
    pub async fn ask_if_due(&self, questions: &Questions) {
        let mut failure = self.asking.lock().await;
        let due = self.due();
        if self.timer.now() < due {
            return;
        }
        if let Err(error) = self.ask(questions).await {
            *failure = Some((self.timer.now(), Arc::new(error)));
        }
    }

    /// Queries, and once more if the meeting was started or ended meanwhile, which makes the response outdated.
    async fn ask(&self, questions: &Questions) -> Result<Answer, ConferenceError> {
        let changes = self.timing().changes;
        let answer = self.ask_once(questions).await?;
        if self.store(&answer, changes) {
            return Ok(answer);
        }
        questions.rate_limiter.acquire(Priority::Now).await;
        let changes = self.timing().changes;
        let answer = self.ask_once(questions).await?;
        self.store(&answer, changes);
        Ok(answer)
    }

    async fn ask_once(&self, questions: &Questions) -> Result<Answer, ConferenceError> {
        let asked = self.timer.now();
        let meeting = questions.ask(self.room).await;
        self.timing().failed = meeting.is_err().then(|| self.timer.now());
        let meeting = meeting?;
        Ok(Answer {
            asked,
            answered: self.timer.now(),
            meeting: meeting.filter(|meeting| meeting.running).map(Arc::new),
        })
    }

    /// Stores a response, unless the meeting was started or ended since the count was `changes`; returns
    /// whether it did.
    fn store(&self, answer: &Answer, changes: u64) -> bool {
        // Holding the lock orders this and a concurrent change.
        let timing = self.timing();
        if timing.changes != changes {
            return false;
        }
        self.status.send_if_modified(|status| {
            let runs = |answer: &Option<Answer>| {
                let answer = answer.as_ref();
                answer.is_some_and(|answer| answer.meeting.is_some())
            };
            let before = runs(&status.answer);
            status.answer = Some(answer.clone());
            before != runs(&status.answer)
        });
        true
    }

    /// When the next query for those who wait is due.
    pub fn due(&self) -> Instant {
        let interval = self.interval();
        let after_failure = self
            .timing()
            .failed
            .map(|failed| failed + interval.max(AFTER_FAILURE));
        let after_answer = self.answer().map(|answer| answer.asked + interval);
        after_failure
            .max(after_answer)
            .unwrap_or_else(|| self.timer.now())
    }

    /// The polling interval for those who wait.
    pub fn interval(&self) -> Duration {
        schedule::interval(
            self.timing()
                .changed
                .map(|changed| self.timer.now() - changed),
        )
    }

    /// Notes that the meeting was started or ended this long ago.
    pub fn was_changed(&self, ago: Duration) {
        self.timing().changed = self.timer.now().checked_sub(ago);
        self.rescheduled.notify_one();
    }

    fn timing(&self) -> MutexGuard<'_, Timing> {
        self.timing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that the meeting was just started or ended: earlier responses are outdated.
    pub fn change(&self) {
        self.timing().changes += 1;
        self.forget_answer();
        self.was_changed(Duration::ZERO);
    }

    /// Discards the response, so that the next query is due immediately.
    pub fn forget_answer(&self) {
        self.status.send_if_modified(|status| {
            status.answer = None;
            // Waiters are notified with the next response.
            false
        });
        self.rescheduled.notify_one();
    }

    /// Updates the database state of the room, which shows meetings started by other nodes.
    pub fn set_room_state(&self, room_state: Option<RoomState>, now: Moment) {
        let mut started = None;
        self.status.send_if_modified(|status| {
            let last_meeting =
                |room_state: &Option<RoomState>| room_state.as_ref()?.last_meeting_at;
            let last = last_meeting(&room_state);
            if last != last_meeting(&status.room_state) {
                started = last.map(|last| match status.room_state {
                    // It changed while being observed: clocks of nodes may differ, so the age is taken as zero.
                    Some(_) => Duration::ZERO,
                    None => last.until(now),
                });
            }
            let is_changed = status.room_state != room_state;
            status.room_state = room_state;
            is_changed
        });
        if let Some(ago) = started {
            self.was_changed(ago);
        }
    }
}
