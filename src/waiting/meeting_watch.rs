//! Watching for the start of a meeting: by server-sent events; by polling, if a proxy holds the stream back,
//! or if other tabs of the browser hold as many streams as allowed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;
use parvis_contract::waiting::MeetingStatus;
use parvis_ui::spawn;
use send_wrapper::SendWrapper;

use crate::api::locks::{self, Lock, LockOutcome};
use crate::api::{Api, EventStream};
use crate::json;

/// The time within which a working stream sends its first event.
const FIRST_EVENT_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a working stream may send nothing: it sends a heartbeat every fifteen seconds.
const MAX_SILENCE: Duration = Duration::from_secs(40);
/// The interval between checks of the stream.
const CHECK_INTERVAL: Duration = Duration::from_secs(5);
/// The number of tabs of a browser that hold a stream while they wait; the others poll. A browser opens at
/// most six connections to a server over HTTP/1.1, and the rooms' stream is one of them.
const MAX_STREAMS: u32 = 3;
/// The pauses between polls; the last one is repeated.
const POLL_PAUSES_MS: [u32; 4] = [2_000, 3_000, 5_000, 8_000];

/// Watches whether one meeting is open.
#[derive(Clone)]
pub struct MeetingWatch(SendWrapper<Rc<WatchState>>);

struct WatchState {
    api: Api,
    ticket: String,
    /// Called when the meeting is open.
    on_open: Cell<Option<Callback<()>>>,
    /// Called when the ticket is no longer valid.
    on_expired: Cell<Option<Callback<()>>>,
    stream: RefCell<Option<EventStream>>,
    /// The lock for this tab's stream: there are as many as tabs may hold streams.
    stream_lock: RefCell<Option<Lock>>,
    /// When the last event or heartbeat came, in milliseconds since 1970.
    last_event_at: Cell<f64>,
    is_polling: Cell<bool>,
    /// The timer of the next poll.
    next_poll: Cell<Option<TimeoutHandle>>,
    stopped: Cell<bool>,
}

impl MeetingWatch {
    /// A watch that has not started.
    pub fn new(api: Api, ticket: &str) -> Self {
        Self(SendWrapper::new(Rc::new(WatchState {
            api,
            ticket: ticket.to_owned(),
            on_open: Cell::default(),
            on_expired: Cell::default(),
            stream: RefCell::default(),
            stream_lock: RefCell::default(),
            last_event_at: Cell::new(now()),
            is_polling: Cell::new(false),
            next_poll: Cell::default(),
            stopped: Cell::new(false),
        })))
    }

    /// Watches until it is stopped.
    pub fn start(&self, on_open: Callback<()>, on_expired: Callback<()>) {
        let state = &*self.0;
        state.on_open.set(Some(on_open));
        state.on_expired.set(Some(on_expired));
        let state = Rc::clone(state);
        spawn(async move {
            match request_stream_lock().await {
                LockOutcome::NotHeld => start_polling(&state),
                LockOutcome::Unsupported => open_stream(&state, None),
                LockOutcome::Held(stream_lock) => open_stream(&state, Some(stream_lock)),
            }
        });
    }

    /// Polls from now on: the stream reports an open meeting once, and joining has failed.
    pub fn start_polling(&self) {
        start_polling(&self.0);
    }

    /// Polls at once, if it polls: in a hidden tab, a browser delays timers by up to a minute.
    pub fn poll_now(&self) {
        if let Some(next_poll) = self.0.next_poll.take() {
            next_poll.clear();
            spawn(poll(Rc::clone(&self.0), 0));
        }
    }

    /// Stops watching.
    pub fn stop(&self) {
        self.0.stopped.set(true);
        self.0.close();
    }
}

impl WatchState {
    /// Closes the stream, and releases its lock for another tab.
    fn close(&self) {
        self.stream.take();
        self.stream_lock.take();
    }

    /// Calls `on_open`, unless watching was stopped.
    fn report_open(&self) {
        if !self.stopped.get()
            && let Some(on_open) = self.on_open.get()
        {
            on_open.run(());
        }
    }
}

/// One of the locks for the streams of this browser, if one is free.
async fn request_stream_lock() -> LockOutcome {
    for number in 1..=MAX_STREAMS {
        match locks::request(&format!("parvis.waiting {number}"), None).await {
            LockOutcome::NotHeld => {}
            outcome => return outcome,
        }
    }
    LockOutcome::NotHeld
}

fn open_stream(state: &Rc<WatchState>, stream_lock: Option<Lock>) {
    if state.stopped.get() {
        return;
    }
    let (on_status, on_heartbeat) = (Rc::downgrade(state), Rc::downgrade(state));
    let stream = state
        .api
        .events(&format!("/api/v1/waiting/{}/events", state.ticket))
        .on_event("beat", move |_| {
            if let Some(state) = on_heartbeat.upgrade() {
                state.last_event_at.set(now());
            }
        })
        .on_event("door", move |data| {
            if let Some(state) = on_status.upgrade() {
                state.last_event_at.set(now());
                if matches!(json::read(&data), Some(MeetingStatus::Open)) {
                    state.report_open();
                }
            }
        });
    state.stream.replace(Some(stream));
    state.stream_lock.replace(stream_lock);
    check_stream(Rc::clone(state), FIRST_EVENT_TIMEOUT, now());
}

/// Checks the stream, opened at `opened_at`, after `delay`; polls instead once it is closed or silent.
fn check_stream(state: Rc<WatchState>, delay: Duration, opened_at: f64) {
    set_timeout(
        move || {
            if state.stopped.get() || state.is_polling.get() {
                return;
            }
            let closed = state
                .stream
                .borrow()
                .as_ref()
                .is_none_or(EventStream::is_closed);
            let no_event_yet = state.last_event_at.get() <= opened_at;
            let silent = now() - state.last_event_at.get() > MAX_SILENCE.as_secs_f64() * 1000.0;
            if closed || no_event_yet || silent {
                start_polling(&state);
            } else {
                // The stream has worked once: from now on, only silence counts.
                check_stream(state, CHECK_INTERVAL, f64::NEG_INFINITY);
            }
        },
        delay,
    );
}

/// Polls from now on, in place of the stream.
fn start_polling(state: &Rc<WatchState>) {
    if state.stopped.get() || state.is_polling.replace(true) {
        return;
    }
    // Not at once: the caller may be a listener of the stream.
    let state = Rc::clone(state);
    set_timeout(
        move || {
            state.close();
            spawn(poll(state, 0));
        },
        Duration::from_millis(u64::from(POLL_PAUSES_MS[0])),
    );
}

/// Asks the backend whether the meeting is open, and sets the timer of the next poll. `polls` is the number of
/// former ones.
async fn poll(state: Rc<WatchState>, polls: usize) {
    if state.stopped.get() {
        return;
    }
    match state.api.waiting(&state.ticket).await {
        Ok(waiting) if waiting.door == MeetingStatus::Open => state.report_open(),
        Err(error) if error.kind() == Some(ProblemKind::TicketUnknown) => {
            // The callback may switch polling on again.
            state.is_polling.set(false);
            if let Some(on_expired) = state.on_expired.get() {
                on_expired.run(());
            }
            return;
        }
        // Not open, or an error: the next poll follows.
        Ok(_) | Err(_) => {}
    }
    let pause = POLL_PAUSES_MS[polls.min(POLL_PAUSES_MS.len() - 1)];
    // Random, so that people who wait for the same meeting do not poll at the same moment.
    let spread = js_sys::Math::random() * 1_000.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 1,000"
    )]
    let pause = Duration::from_millis(u64::from(pause + spread as u32));
    let polling = Rc::clone(&state);
    let next_poll = set_timeout_with_handle(
        move || {
            polling.next_poll.take();
            spawn(poll(polling, polls + 1));
        },
        pause,
    );
    state.next_poll.set(next_poll.ok());
}

fn now() -> f64 {
    js_sys::Date::now()
}
