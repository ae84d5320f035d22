//! The meetings that somebody wants to know about, each by itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, watch};
use tokio::task::AbortHandle;
use uuid::Uuid;

use super::meeting::{Status, WatchedMeeting};
use super::pace::Urgency;
use super::questions::Questions;
use super::schedule;
use super::timer::Timer;
use crate::clock::Moment;
use crate::conference::{ConferenceError, Meeting};
use crate::links::Capability;

/// So many meetings are kept at least before those that nobody wants to know about are dropped.
const KEPT: usize = 64;

/// The meetings of a node.
#[derive(Clone)]
pub(super) struct Meetings(Arc<Inner>);

struct Inner {
    questions: Questions,
    known: Mutex<Known>,
    /// Wakes whoever looks how the rooms stand.
    wanted: Notify,
}

#[derive(Default)]
struct Known {
    meetings: HashMap<Uuid, Entry>,
    /// At how many meetings those that nobody wants are dropped.
    drop_at: usize,
}

struct Entry {
    meeting: Arc<WatchedMeeting>,
    waiting: usize,
    /// What asks for those who wait.
    asking: Option<AbortHandle>,
}

/// Somebody waits for a meeting, for as long as this is held.
pub struct Waiter {
    meetings: Meetings,
    room: Uuid,
    status: watch::Receiver<Status>,
}

impl Waiter {
    /// Whether the holder of a capability may try to join: the meeting runs, or there is something else
    /// to learn.
    #[must_use]
    pub fn is_open_to(&mut self, capability: &Capability, now: Moment) -> bool {
        let status = self.status.borrow_and_update();
        let stands = status
            .standing
            .as_ref()
            .is_none_or(|standing| standing.admits(capability, now));
        let answer = status.answer.as_ref();
        !stands || answer.is_some_and(|answer| answer.meeting.is_some())
    }

    /// Waits until something is different.
    pub async fn changed(&mut self) {
        if self.status.changed().await.is_err() {
            // What tells of changes is held by `meetings`: it is there for as long as this is.
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Waiter {
    fn drop(&mut self) {
        let mut known = self.meetings.known();
        if let Some(entry) = known.meetings.get_mut(&self.room) {
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
            known: Mutex::default(),
            wanted: Notify::new(),
        }))
    }

    /// Waits for the meeting of a room.
    pub fn wait_for(&self, room: Uuid) -> Waiter {
        let mut known = self.known();
        let entry = known.entry(room, &self.0.questions.timer);
        entry.waiting += 1;
        if entry.asking.is_none() {
            if entry.meeting.is_stale() {
                entry.meeting.forget_answer();
            }
            let asking = ask_while_waited_for(self.clone(), Arc::clone(&entry.meeting));
            entry.asking = Some(tokio::spawn(asking).abort_handle());
        }
        let status = entry.meeting.subscribe();
        drop(known);
        self.0.wanted.notify_one();
        Waiter {
            meetings: self.clone(),
            room,
            status,
        }
    }

    /// The meeting of a room, if it runs and is `the_one`. An answer that is a moment old will do, but
    /// that it does not run is asked for anew.
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
            // Whoever is told so may wait, and is told of the start as soon as it is known.
            None => questions.pace.is_overloaded(),
        });
        Ok(answer.await?.meeting.filter(is_it))
    }

    /// Whether the meeting of a room runs, or did not a moment ago.
    pub async fn ran_lately(&self, room: Uuid) -> Result<bool, Arc<ConferenceError>> {
        let meeting = self.meeting(room);
        let answer = meeting.recent_answer(&self.0.questions, |_| true).await?;
        Ok(answer.meeting.is_some())
    }

    /// The meeting of a room, if it runs: asked from now on.
    pub async fn asked_anew(
        &self,
        room: Uuid,
    ) -> Result<Option<Arc<Meeting>>, Arc<ConferenceError>> {
        let meeting = self.meeting(room);
        let answer = meeting.answer_such_that(&self.0.questions, |_, _| false);
        Ok(answer.await?.meeting)
    }

    /// Waits for a turn that nobody else needs.
    pub async fn idle_turn(&self) {
        self.0.questions.pace.turn(Urgency::Later).await;
    }

    /// Takes it that the meeting of a room was started or ended a moment ago.
    pub fn changed(&self, room: Uuid) {
        if let Some(entry) = self.known().meetings.get(&room) {
            entry.meeting.change();
        }
    }

    /// The meetings that somebody waits for; waits until there are some.
    pub async fn waited_for(&self) -> Vec<Arc<WatchedMeeting>> {
        loop {
            let waited_for: Vec<_> = {
                let known = self.known();
                let entries = known.meetings.values();
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

    /// How many meetings are kept.
    #[cfg(test)]
    pub fn kept(&self) -> usize {
        self.known().meetings.len()
    }

    fn meeting(&self, room: Uuid) -> Arc<WatchedMeeting> {
        Arc::clone(&self.known().entry(room, &self.0.questions.timer).meeting)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        // Every change is made in one go: what a panic left behind is whole.
        self.0.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// The entry of a room, made where there is none.
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
        // Somebody who asks right now holds it as well.
        self.waiting > 0 || Arc::strong_count(&self.meeting) > 1 || !self.meeting.is_stale()
    }
}

/// Asks for a meeting again and again, for those who wait for it.
async fn ask_while_waited_for(meetings: Meetings, meeting: Arc<WatchedMeeting>) {
    let questions = &meetings.0.questions;
    loop {
        tokio::select! {
            () = questions.timer.sleep_until(meeting.due()) => {}
            () = meeting.rescheduled.notified() => continue,
        }
        let urgency = if meeting.pause() < schedule::LONGEST {
            Urgency::Soon
        } else {
            Urgency::Later
        };
        tokio::select! {
            () = questions.pace.turn(urgency) => {}
            // It may be more urgent now.
            () = meeting.rescheduled.notified() => continue,
        }
        meeting.ask_in_turn(questions).await;
    }
}
