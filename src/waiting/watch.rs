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

use crate::api::locks::{self, Lock, Outcome};
use crate::api::{Api, EventStream};

/// The time within which a working stream sends its first event.
const FIRST_WORD: Duration = Duration::from_secs(5);
/// How long a working stream may send nothing: it sends a heartbeat every fifteen seconds.
const SILENCE: Duration = Duration::from_secs(40);
/// The interval between checks of the stream.
const LOOK: Duration = Duration::from_secs(5);
/// The number of tabs of a browser that hold a stream while they wait; the others poll. A browser opens at
/// most six connections to a server over HTTP/1.1, and the rooms' stream is one of them.
const MOST_STREAMS: u32 = 3;
/// The pauses between polls; the last one is repeated.
const PAUSES_MS: [u32; 4] = [2_000, 3_000, 5_000, 8_000];

/// Watches whether one meeting is open.
#[derive(Clone)]
pub struct Watch(SendWrapper<Rc<State>>);

struct State {
    api: Api,
    ticket: String,
    /// Called when the meeting is open.
    open: Cell<Option<Callback<()>>>,
    /// Called when the ticket is no longer valid.
    expired: Cell<Option<Callback<()>>>,
    stream: RefCell<Option<EventStream>>,
    /// The lock for this tab's stream: there are as many as tabs may hold streams.
    place: RefCell<Option<Lock>>,
    /// When the last event or heartbeat came, in milliseconds since 1970.
    heard: Cell<f64>,
    asks: Cell<bool>,
    /// The timer of the next poll.
    next: Cell<Option<TimeoutHandle>>,
    stopped: Cell<bool>,
}

impl Watch {
    /// A watch that has not started.
    pub fn new(api: Api, ticket: &str) -> Self {
        Self(SendWrapper::new(Rc::new(State {
            api,
            ticket: ticket.to_owned(),
            open: Cell::default(),
            expired: Cell::default(),
            stream: RefCell::default(),
            place: RefCell::default(),
            heard: Cell::new(now()),
            asks: Cell::new(false),
            next: Cell::default(),
            stopped: Cell::new(false),
        })))
    }

    /// Watches until it is stopped.
    pub fn start(&self, open: Callback<()>, expired: Callback<()>) {
        let state = &*self.0;
        state.open.set(Some(open));
        state.expired.set(Some(expired));
        let state = Rc::clone(state);
        spawn(async move {
            match take_place().await {
                Outcome::NotHeld => ask_instead(&state),
                Outcome::Unsupported => open_stream(&state, None),
                Outcome::Held(place) => open_stream(&state, Some(place)),
            }
        });
    }

    /// Polls from now on: the stream reports an open meeting once, and joining has failed.
    pub fn ask_on(&self) {
        ask_instead(&self.0);
    }

    /// Polls at once, if it polls: in a hidden tab, a browser delays timers by up to a minute.
    pub fn ask_now(&self) {
        if let Some(next) = self.0.next.take() {
            next.clear();
            spawn(ask(Rc::clone(&self.0), 0));
        }
    }

    /// Stops watching.
    pub fn stop(&self) {
        self.0.stopped.set(true);
        self.0.close();
    }
}

impl State {
    /// Closes the stream, and releases its lock for another tab.
    fn close(&self) {
        self.stream.take();
        self.place.take();
    }

    fn knock(&self) {
        if !self.stopped.get()
            && let Some(open) = self.open.get()
        {
            open.run(());
        }
    }
}

/// One of the locks for the streams of this browser, if one is free.
async fn take_place() -> Outcome {
    for number in 1..=MOST_STREAMS {
        match locks::request(&format!("parvis.waiting {number}"), None).await {
            Outcome::NotHeld => {}
            outcome => return outcome,
        }
    }
    Outcome::NotHeld
}

fn open_stream(state: &Rc<State>, place: Option<Lock>) {
    if state.stopped.get() {
        return;
    }
    let (hearing, beating) = (Rc::downgrade(state), Rc::downgrade(state));
    let stream = state
        .api
        .events(&format!("/api/v1/waiting/{}/events", state.ticket))
        .hear("beat", move |_| {
            if let Some(state) = beating.upgrade() {
                state.heard.set(now());
            }
        })
        .hear("door", move |data| {
            if let Some(state) = hearing.upgrade() {
                state.heard.set(now());
                if matches!(serde_json::from_str(&data), Ok(MeetingStatus::Open)) {
                    state.knock();
                }
            }
        });
    state.stream.replace(Some(stream));
    state.place.replace(place);
    look(Rc::clone(state), FIRST_WORD, now());
}

/// Checks the stream after `patience`; polls instead once it is closed or silent.
fn look(state: Rc<State>, patience: Duration, began: f64) {
    set_timeout(
        move || {
            if state.stopped.get() || state.asks.get() {
                return;
            }
            let closed = state
                .stream
                .borrow()
                .as_ref()
                .is_none_or(EventStream::is_closed);
            let never_heard = state.heard.get() <= began;
            let silent = now() - state.heard.get() > SILENCE.as_secs_f64() * 1000.0;
            if closed || never_heard || silent {
                ask_instead(&state);
            } else {
                // The stream has worked once: from now on, only silence counts.
                look(state, LOOK, f64::NEG_INFINITY);
            }
        },
        patience,
    );
}

fn ask_instead(state: &Rc<State>) {
    if state.stopped.get() || state.asks.replace(true) {
        return;
    }
    // Not at once: the caller may be a listener of the stream.
    let state = Rc::clone(state);
    set_timeout(
        move || {
            state.close();
            spawn(ask(state, 0));
        },
        Duration::from_millis(u64::from(PAUSES_MS[0])),
    );
}

async fn ask(state: Rc<State>, times: usize) {
    if state.stopped.get() {
        return;
    }
    match state.api.waiting(&state.ticket).await {
        Ok(waiting) if waiting.door == MeetingStatus::Open => state.knock(),
        Err(error) if error.kind() == Some(ProblemKind::TicketUnknown) => {
            // The callback may switch polling on again.
            state.asks.set(false);
            if let Some(expired) = state.expired.get() {
                expired.run(());
            }
            return;
        }
        // Not open, or an error: the next poll follows.
        Ok(_) | Err(_) => {}
    }
    let pause = PAUSES_MS[times.min(PAUSES_MS.len() - 1)];
    // Random, so that people who wait for the same meeting do not poll at the same moment.
    let spread = js_sys::Math::random() * 1_000.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 1,000"
    )]
    let pause = Duration::from_millis(u64::from(pause + spread as u32));
    let asking = Rc::clone(&state);
    let next = set_timeout_with_handle(
        move || {
            asking.next.take();
            spawn(ask(asking, times + 1));
        },
        pause,
    );
    state.next.set(next.ok());
}

fn now() -> f64 {
    js_sys::Date::now()
}
