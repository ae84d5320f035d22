//! Which meetings run: asked of the conference server once per node and interval for everybody, and
//! only while somebody wants to know.
//!
//! Whoever waits or looks on holds an [`Interest`]; the poller asks as often as the most eager of
//! them needs, and not at all without any. Nobody is told twice of the same.

mod poller;
mod snapshot;

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{Notify, watch};
use tokio::time::Instant;
use uuid::Uuid;

use crate::app::App;
use crate::conference::ConferenceError;
pub use poller::run;
pub use snapshot::{LiveMeeting, Snapshot};

/// What is known of the meetings that run, and who wants to know.
#[derive(Clone, Default)]
pub struct LiveMeetings(Arc<Inner>);

struct Inner {
    latest: watch::Sender<Arc<Snapshot>>,
    /// One question at a time: whoever comes meanwhile takes its answer. When the last one failed was
    /// asked, and how it failed.
    asking: tokio::sync::Mutex<Option<(Instant, Arc<ConferenceError>)>>,
    onlookers: AtomicUsize,
    /// The rooms that somebody waits for, and how many.
    waited_for: Mutex<HashMap<Uuid, usize>>,
    wanted: Notify,
}

impl Default for Inner {
    fn default() -> Self {
        Self {
            latest: watch::Sender::new(Arc::default()),
            asking: tokio::sync::Mutex::default(),
            onlookers: AtomicUsize::new(0),
            waited_for: Mutex::default(),
            wanted: Notify::new(),
        }
    }
}

/// Somebody wants to know, for as long as this is held.
pub struct Interest {
    live: LiveMeetings,
    waits_for: Option<Uuid>,
}

impl Drop for Interest {
    fn drop(&mut self) {
        let Some(room) = self.waits_for else {
            self.live.0.onlookers.fetch_sub(1, Ordering::Relaxed);
            return;
        };
        let mut waited_for = self.live.waited_for();
        if let Some(people) = waited_for.get_mut(&room) {
            *people -= 1;
            if *people == 0 {
                waited_for.remove(&room);
            }
        }
    }
}

impl LiveMeetings {
    /// Looks on: a few seconds late will do.
    #[must_use]
    pub fn look_on(&self, app: &App) -> (Interest, watch::Receiver<Arc<Snapshot>>) {
        self.forget_what_is_old(app);
        self.0.onlookers.fetch_add(1, Ordering::Relaxed);
        self.interest(None)
    }

    /// Waits for the meeting of a room: at once, please.
    #[must_use]
    pub fn wait_for(&self, app: &App, room: Uuid) -> (Interest, watch::Receiver<Arc<Snapshot>>) {
        self.forget_what_is_old(app);
        *self.waited_for().entry(room).or_default() += 1;
        self.interest(Some(room))
    }

    /// What was known when somebody last wanted to know tells whoever comes now nothing: they are told
    /// as soon as the conference server has been asked.
    fn forget_what_is_old(&self, app: &App) {
        if !self.is_wanted() {
            let is_old = |latest: &Snapshot| !latest.is_younger_than(app.config.live_interval);
            self.0.latest.send_if_modified(|latest| {
                if is_old(latest) {
                    *latest = Arc::default();
                }
                // Nobody is there to be told.
                false
            });
        }
    }

    fn interest(&self, waits_for: Option<Uuid>) -> (Interest, watch::Receiver<Arc<Snapshot>>) {
        self.0.wanted.notify_one();
        let interest = Interest {
            live: self.clone(),
            waits_for,
        };
        (interest, self.0.latest.subscribe())
    }

    /// What is known now, no older than the instance's interval. Whoever asks while the conference
    /// server is being asked shares its answer, however long that takes, or its failure.
    ///
    /// # Errors
    ///
    /// When the conference server cannot be asked.
    pub async fn now(&self, app: &App) -> Result<Arc<Snapshot>, Arc<ConferenceError>> {
        let young = |latest: &Snapshot| latest.is_younger_than(app.config.live_interval);
        self.known_such_that(app, young).await
    }

    /// What is known, if it will do; else what the conference server says now.
    async fn known_such_that(
        &self,
        app: &App,
        will_do: impl Fn(&Snapshot) -> bool,
    ) -> Result<Arc<Snapshot>, Arc<ConferenceError>> {
        let arrived = Instant::now();
        let latest = self.0.latest.borrow().clone();
        if will_do(&latest) {
            return Ok(latest);
        }
        let mut failed = self.0.asking.lock().await;
        let latest = self.0.latest.borrow().clone();
        if will_do(&latest) || latest.was_taken_since(arrived) {
            return Ok(latest);
        }
        if let Some((asked, error)) = &*failed
            && *asked >= arrived
        {
            return Err(Arc::clone(error));
        }
        let asked = Instant::now();
        match self.ask(app).await {
            Ok(snapshot) => Ok(snapshot),
            Err(error) => {
                let error = Arc::new(error);
                *failed = Some((asked, Arc::clone(&error)));
                Err(error)
            }
        }
    }

    /// The meeting of a room, if it runs and is `the_one`. It may have begun a moment ago: what is known is
    /// asked for anew before anybody is told that it does not.
    ///
    /// # Errors
    ///
    /// When the conference server cannot be asked.
    pub async fn meeting(
        &self,
        app: &App,
        room: Uuid,
        the_one: impl Fn(&LiveMeeting) -> bool,
    ) -> Result<Option<LiveMeeting>, Arc<ConferenceError>> {
        let known = self.now(app).await?.meeting(room).filter(&the_one);
        match known {
            Some(meeting) => Ok(Some(meeting)),
            None => Ok(self.meeting_asked_anew(app, room).await?.filter(the_one)),
        }
    }

    /// The meeting of a room, if it runs: asked from now on.
    ///
    /// # Errors
    ///
    /// When the conference server cannot be asked.
    pub async fn meeting_asked_anew(
        &self,
        app: &App,
        room: Uuid,
    ) -> Result<Option<LiveMeeting>, Arc<ConferenceError>> {
        let arrived = Instant::now();
        let fresh = |latest: &Snapshot| latest.was_taken_since(arrived);
        Ok(self.known_such_that(app, fresh).await?.meeting(room))
    }

    async fn ask(&self, app: &App) -> Result<Arc<Snapshot>, ConferenceError> {
        let waited_for: Vec<Uuid> = self.waited_for().keys().copied().collect();
        let known = self.0.latest.borrow().clone();
        let snapshot = Arc::new(Snapshot::take(app, &known, &waited_for).await?);
        self.0.latest.send_if_modified(|latest| {
            let news = !latest.says_the_same(&snapshot);
            *latest = Arc::clone(&snapshot);
            news
        });
        Ok(snapshot)
    }

    fn is_wanted(&self) -> bool {
        self.is_waited_for() || self.0.onlookers.load(Ordering::Relaxed) > 0
    }

    fn is_waited_for(&self) -> bool {
        !self.waited_for().is_empty()
    }

    fn waited_for(&self) -> std::sync::MutexGuard<'_, HashMap<Uuid, usize>> {
        // Whoever panicked while counting has left a count.
        self.0
            .waited_for
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
