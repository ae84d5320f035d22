//! Learning that the door has opened: by a stream; where none comes through, as a proxy holds it back, or where
//! other tabs of the browser hold as many as may be, by asking again and again.

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

/// A stream that comes through says so at once.
const FIRST_WORD: Duration = Duration::from_secs(5);
/// And every fifteen seconds from then on.
const SILENCE: Duration = Duration::from_secs(40);
/// How often is looked whether it does.
const LOOK: Duration = Duration::from_secs(5);
/// How many tabs of one browser hold a stream while they wait; the others ask. A browser has six connections to
/// a server over HTTP/1.1, and the rooms' stream is one.
const MOST_STREAMS: u32 = 3;
/// The pauses between questions; the last one is repeated.
const PAUSES_MS: [u32; 4] = [2_000, 3_000, 5_000, 8_000];

/// A watch over one door.
#[derive(Clone)]
pub struct Watch(SendWrapper<Rc<State>>);

struct State {
    api: Api,
    ticket: String,
    /// Called when the door is open.
    open: Cell<Option<Callback<()>>>,
    /// Called when the ticket is none any more.
    expired: Cell<Option<Callback<()>>>,
    stream: RefCell<Option<EventStream>>,
    /// This tab's place among those of the browser that hold a stream.
    place: RefCell<Option<Lock>>,
    /// When the stream was heard last, in milliseconds.
    heard: Cell<f64>,
    asks: Cell<bool>,
    /// The next question, while it is waited for.
    next: Cell<Option<TimeoutHandle>>,
    stopped: Cell<bool>,
}

impl Watch {
    /// A watch that has not begun.
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

    /// Asks from now on: the stream tells an open door once, and it was no use.
    pub fn ask_on(&self) {
        ask_instead(&self.0);
    }

    /// Asks at once, where it asks: in a hidden tab, a browser lets timers wait for up to a minute.
    pub fn ask_now(&self) {
        if let Some(next) = self.0.next.take() {
            next.clear();
            spawn(ask(Rc::clone(&self.0), 0));
        }
    }

    /// Watches no more.
    pub fn stop(&self) {
        self.0.stopped.set(true);
        self.0.close();
    }
}

impl State {
    /// Closes the stream, and lets another tab have its place.
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

/// A place among the tabs of this browser that hold a stream while they wait, if one is free.
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

/// Looks whether the stream is still heard; asks instead once it is not.
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
                // What was heard before does not count for ever.
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
    // Not at once: the stream may be the one that calls.
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
            // Whoever is told may have to be asked for again.
            state.asks.set(false);
            if let Some(expired) = state.expired.get() {
                expired.run(());
            }
            return;
        }
        // Not now; the next time perhaps.
        Ok(_) | Err(_) => {}
    }
    let pause = PAUSES_MS[times.min(PAUSES_MS.len() - 1)];
    // Those who wait for the same do not ask in the same instant.
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
