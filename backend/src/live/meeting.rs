//! What is known of one meeting, and asking for it: one question serves everybody who wants the answer.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::Instant;
use uuid::Uuid;

use super::pace::Urgency;
use super::questions::Questions;
use super::schedule;
use super::timer::Timer;
use crate::clock::Moment;
use crate::conference::{ConferenceError, Meeting};
use crate::storage::rooms::Standing;

/// The least time between a question that failed and the next one for those who wait.
const AFTER_FAILURE: Duration = Duration::from_secs(2);

/// The longest that somebody who enters waits for the turn of their question.
const PATIENCE: Duration = Duration::from_secs(8);

/// An answer of the conference server.
#[derive(Clone)]
pub(super) struct Answer {
    /// When the question was sent.
    pub asked: Instant,
    /// When the answer was there.
    pub answered: Instant,
    /// The meeting, if it runs.
    pub meeting: Option<Arc<Meeting>>,
}

/// What those who wait are shown.
#[derive(Default)]
pub(super) struct Status {
    pub answer: Option<Answer>,
    /// How the room stands, as the database had it last.
    pub standing: Option<Standing>,
}

/// What decides when the next question for those who wait is due.
#[derive(Clone, Copy, Default)]
struct Timing {
    /// When somebody last started or ended the meeting, as far as this node knows.
    changed: Option<Instant>,
    /// When a question failed, if the last one did.
    failed: Option<Instant>,
    /// How often the meeting was started or ended, as far as this node knows.
    changes: u64,
}

/// The meeting of a room that somebody wants to know about.
pub(super) struct WatchedMeeting {
    room: Uuid,
    timer: Timer,
    status: watch::Sender<Status>,
    /// One question at a time. When the last one that failed had done so, and why.
    asking: tokio::sync::Mutex<Option<(Instant, Arc<ConferenceError>)>>,
    timing: Mutex<Timing>,
    /// Wakes whoever asks for those who wait, as the next question is due at another time.
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

    /// Whether what is known is of use to nobody any more.
    pub fn is_stale(&self) -> bool {
        self.answer()
            .is_none_or(|answer| self.age(&answer) > schedule::LONGEST)
    }

    /// An answer that meets `enough`, which is also told when somebody came for it; else the answer to a
    /// question that is asked after they came. All who come while a question is under way share it,
    /// and its failure.
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
            () = questions.pace.turn(Urgency::Now) => self.ask(questions).await,
            () = self.timer.sleep_until(self.timer.now() + PATIENCE) => Err(ConferenceError::Slow),
        };
        answer.map_err(|error| {
            let error = Arc::new(error);
            *failure = Some((self.timer.now(), Arc::clone(&error)));
            error
        })
    }

    /// The same, where an answer that is a moment old will do if it meets `the_one`.
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

    /// Asks for those who wait, whose turn it is; unless somebody else has done so meanwhile.
    pub async fn ask_in_turn(&self, questions: &Questions) {
        let mut failure = self.asking.lock().await;
        let due = self.due();
        if self.timer.now() < due {
            return;
        }
        if let Err(error) = self.ask(questions).await {
            *failure = Some((self.timer.now(), Arc::new(error)));
        }
    }

    /// Asks, and once more where the meeting was started or ended while the answer was on its way: that is of
    /// the moment before.
    async fn ask(&self, questions: &Questions) -> Result<Answer, ConferenceError> {
        let changes = self.timing().changes;
        let answer = self.ask_once(questions).await?;
        if self.keep(&answer, changes) {
            return Ok(answer);
        }
        questions.pace.turn(Urgency::Now).await;
        let changes = self.timing().changes;
        let answer = self.ask_once(questions).await?;
        self.keep(&answer, changes);
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

    /// Keeps an answer, unless the meeting was started or ended since there were so many changes; tells whether
    /// it has.
    fn keep(&self, answer: &Answer, changes: u64) -> bool {
        // Held meanwhile: a change comes before, or forgets what is kept here.
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

    /// When the next question for those who wait is due.
    pub fn due(&self) -> Instant {
        let pause = self.pause();
        let after_failure = self
            .timing()
            .failed
            .map(|failed| failed + pause.max(AFTER_FAILURE));
        let after_answer = self.answer().map(|answer| answer.asked + pause);
        after_failure
            .max(after_answer)
            .unwrap_or_else(|| self.timer.now())
    }

    /// The time between two questions for those who wait.
    pub fn pause(&self) -> Duration {
        schedule::pause(
            self.timing()
                .changed
                .map(|changed| self.timer.now() - changed),
        )
    }

    /// Takes it that somebody has started or ended the meeting so long ago.
    pub fn was_changed(&self, ago: Duration) {
        self.timing().changed = self.timer.now().checked_sub(ago);
        self.rescheduled.notify_one();
    }

    fn timing(&self) -> MutexGuard<'_, Timing> {
        self.timing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody has started or ended the meeting: answers to what was asked before are of another moment.
    pub fn change(&self) {
        self.timing().changes += 1;
        self.forget_answer();
        self.was_changed(Duration::ZERO);
    }

    /// Forgets the answer, which is of another moment: the next one is asked for at once.
    pub fn forget_answer(&self) {
        self.status.send_if_modified(|status| {
            status.answer = None;
            // Nobody is told before the next answer is there.
            false
        });
        self.rescheduled.notify_one();
    }

    /// Takes in how the room stands now. A meeting that another node has started is known by it.
    pub fn learn_standing(&self, standing: Option<Standing>, now: Moment) {
        let mut started = None;
        self.status.send_if_modified(|status| {
            let last_meeting = |standing: &Option<Standing>| standing.as_ref()?.last_meeting_at;
            let last = last_meeting(&standing);
            if last != last_meeting(&status.standing) {
                started = last.map(|last| match status.standing {
                    // While it was looked on: nodes' clocks may differ.
                    Some(_) => Duration::ZERO,
                    None => last.until(now),
                });
            }
            let is_news = status.standing != standing;
            status.standing = standing;
            is_news
        });
        if let Some(ago) = started {
            self.was_changed(ago);
        }
    }
}
