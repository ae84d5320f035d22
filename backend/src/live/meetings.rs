//! The meetings that somebody is interested in.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, watch};
use tokio::task::AbortHandle;
use uuid::Uuid;

use super::meeting::{Status, WatchedMeeting};
use super::questions::Questions;
use super::rate_limiter::Priority;
use super::schedule;
use super::timer::Timer;
use crate::clock::Moment;
use crate::conference::{ConferenceError, Meeting};
use crate::links::Capability;

/// The number of meetings from which unneeded ones are dropped.
const KEPT: usize = 64;

/// The meetings of a node.
#[derive(Clone)]
pub(super) struct Meetings(Arc<Inner>);

struct Inner {
    questions: Questions,
    watched: Mutex<WatchedMeetings>,
    /// Wakes the task that reads the states of rooms.
    wanted: Notify,
}

#[derive(Default)]
struct WatchedMeetings {
    meetings: HashMap<Uuid, Entry>,
    /// The number of meetings at which unneeded ones are dropped next.
    drop_at: usize,
}

struct Entry {
    meeting: Arc<WatchedMeeting>,
    waiting: usize,
    /// The polling task for those who wait.
    asking: Option<AbortHandle>,
}

/// Interest in a meeting, which ends when it is dropped.
pub struct Waiter {
    meetings: Meetings,
    room: Uuid,
    status: watch::Receiver<Status>,
}

impl Waiter {
    /// Whether the holder of a capability may try to join: the meeting runs, or joining fails with a reason to
    /// show.
    #[must_use]
    pub fn is_open_to(&mut self, capability: &Capability, now: Moment) -> bool {
        let status = self.status.borrow_and_update();
        let stands = status
            .room_state
            .as_ref()
            .is_none_or(|room_state| room_state.admits(capability, now));
        let answer = status.answer.as_ref();
        !stands || answer.is_some_and(|answer| answer.meeting.is_some())
    }

    /// Waits for a change.
    pub async fn changed(&mut self) {
        if self.status.changed().await.is_err() {
            // The sender is owned by `meetings`, which outlives this.
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Waiter {
    fn drop(&mut self) {
        let mut watched = self.meetings.watched();
        if let Some(entry) = watched.meetings.get_mut(&self.room) {
            entry.waiting -= 1;
            if entry.waiting == 0
                && let Some(asking) = entry.asking.take()
            {
                asking.abort();
            }
        }
    }
}

impl Meetings {
    pub fn new(questions: Questions) -> Self {
        Self(Arc::new(Inner {
            questions,
            watched: Mutex::default(),
            wanted: Notify::new(),
        }))
    }

    /// Registers interest in the meeting of a room.
    pub fn wait_for(&self, room: Uuid) -> Waiter {
        let mut watched = self.watched();
        let entry = watched.entry(room, &self.0.questions.timer);
        entry.waiting += 1;
        if entry.asking.is_none() {
            if entry.meeting.is_stale() {
                entry.meeting.forget_answer();
            }
            let asking = ask_while_waited_for(self.clone(), Arc::clone(&entry.meeting));
            entry.asking = Some(tokio::spawn(asking).abort_handle());
        }
        let status = entry.meeting.subscribe();
        drop(watched);
        self.0.wanted.notify_one();
        Waiter {
            meetings: self.clone(),
            room,
            status,
        }
    }

    /// The running meeting of a room that `the_one` accepts. A recent response is sufficient, but a negative
    /// one is confirmed by a new query.
    pub async fn running(
        &self,
        room: Uuid,
        the_one: impl Fn(&Meeting) -> bool,
    ) -> Result<Option<Arc<Meeting>>, Arc<ConferenceError>> {
        let meeting = self.meeting(room);
        let is_it = |meeting: &Arc<Meeting>| the_one(meeting);
        let questions = &self.0.questions;
        let answer = meeting.recent_answer(questions, |answer| match &answer.meeting {
            Some(meeting) => is_it(meeting),
            // Under overload it is not confirmed: the person may wait, and is notified of the start.
            None => questions.rate_limiter.is_overloaded(),
        });
        Ok(answer.await?.meeting.filter(is_it))
    }

    /// Whether the meeting of a room runs, possibly from a recent response.
    pub async fn ran_lately(&self, room: Uuid) -> Result<bool, Arc<ConferenceError>> {
        let meeting = self.meeting(room);
        let answer = meeting.recent_answer(&self.0.questions, |_| true).await?;
        Ok(answer.meeting.is_some())
    }

    /// The running meeting of a room, from a new query.
    pub async fn asked_anew(
        &self,
        room: Uuid,
    ) -> Result<Option<Arc<Meeting>>, Arc<ConferenceError>> {
        let meeting = self.meeting(room);
        let answer = meeting.answer_such_that(&self.0.questions, |_, _| false);
        Ok(answer.await?.meeting)
    }

    /// Waits until the rate limit allows a query of the lowest priority.
    pub async fn acquire_idle(&self) {
        self.0.questions.rate_limiter.acquire(Priority::Later).await;
    }

    /// Notes that the meeting of a room was just started or ended.
    pub fn changed(&self, room: Uuid) {
        if let Some(entry) = self.watched().meetings.get(&room) {
            entry.meeting.change();
        }
    }

    /// The meetings that somebody waits for; waits until there is one.
    pub async fn waited_for(&self) -> Vec<Arc<WatchedMeeting>> {
        loop {
            let waited_for: Vec<_> = {
                let watched = self.watched();
                let entries = watched.meetings.values();
                entries
                    .filter(|entry| entry.waiting > 0)
                    .map(|entry| Arc::clone(&entry.meeting))
                    .collect()
            };
            if !waited_for.is_empty() {
                return waited_for;
            }
            self.0.wanted.notified().await;
        }
    }

    /// The number of stored meetings.
    #[cfg(test)]
    pub fn kept(&self) -> usize {
        self.watched().meetings.len()
    }

    fn meeting(&self, room: Uuid) -> Arc<WatchedMeeting> {
        Arc::clone(&self.watched().entry(room, &self.0.questions.timer).meeting)
    }

    fn watched(&self) -> MutexGuard<'_, WatchedMeetings> {
        // Changes are made in one step, so the state is consistent after a panic.
        self.0
            .watched
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl WatchedMeetings {
    /// The entry of a room, created if missing.
    fn entry(&mut self, room: Uuid, timer: &Timer) -> &mut Entry {
        if self.meetings.len() >= self.drop_at.max(KEPT) {
            self.meetings.retain(|_, entry| entry.is_wanted());
            self.drop_at = 2 * self.meetings.len();
        }
        self.meetings.entry(room).or_insert_with(|| Entry {
            meeting: Arc::new(WatchedMeeting::new(room, timer.clone())),
            waiting: 0,
            asking: None,
        })
    }
}

impl Entry {
    fn is_wanted(&self) -> bool {
        // A running query holds a reference as well.
        self.waiting > 0 || Arc::strong_count(&self.meeting) > 1 || !self.meeting.is_stale()
    }
}

/// Polls a meeting while somebody waits for it.
async fn ask_while_waited_for(meetings: Meetings, meeting: Arc<WatchedMeeting>) {
    let questions = &meetings.0.questions;
    loop {
        tokio::select! {
            () = questions.timer.sleep_until(meeting.due()) => {}
            () = meeting.rescheduled.notified() => continue,
        }
        let priority = if meeting.interval() < schedule::LONGEST {
            Priority::Soon
        } else {
            Priority::Later
        };
        tokio::select! {
            () = questions.rate_limiter.acquire(priority) => {}
            // The priority may have risen.
            () = meeting.rescheduled.notified() => continue,
        }
        meeting.ask_if_due(questions).await;
    }
}
