//! One server-sent event stream for all tabs of a browser: over HTTP/1.1, a browser opens at most six
//! connections to a server, for all tabs together (`docs/decisions/0022-one-stream-per-browser.md`).
//!
//! The tab that holds a Web Lock opens the connection, and passes the events to the others by a broadcast
//! channel.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::Date;
use parvis_ui::spawn;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, BroadcastChannel, MessageEvent};

use super::locks::{self, Lock, Outcome};
use super::{Api, EventStream};

/// Posted by a tab that has just subscribed: the tab with the connection replies with the last event.
const ASK: &str = "?";
/// Posted by the tab with the connection at each heartbeat of the stream.
const BEAT: &str = "!";
/// How long a stream may send nothing. The backend sends a heartbeat every fifteen seconds.
const SILENCE_MS: f64 = 45_000.0;

/// A subscription to one kind of event. One of the subscribed tabs holds the connection and passes on its
/// events; when it unsubscribes, another takes over. Dropping this unsubscribes.
pub struct SharedStream(Rc<Follower>);

struct Follower {
    api: Api,
    path: &'static str,
    event: &'static str,
    hear: Box<dyn Fn(String)>,
    /// When the last event or heartbeat came, in milliseconds since 1970.
    heard: Cell<f64>,
    /// The connection, if this tab holds it.
    lead: RefCell<Option<Lead>>,
    /// The last event of this tab's connection.
    last: RefCell<Option<String>>,
    /// `None` if the browser has no broadcast channels: then each tab has its own connection.
    channel: Option<BroadcastChannel>,
    /// Aborts the wait for the lock.
    waiting: Option<AbortController>,
    // Kept alive, as the browser calls it.
    listener: OnceCell<Closure<dyn Fn(MessageEvent)>>,
}

struct Lead {
    stream: EventStream,
    // Released after the stream is closed: fields are dropped in this order.
    _lock: Option<Lock>,
}

impl SharedStream {
    /// Subscribes to the events of one name. Tabs with the same `group` share a connection: it separates
    /// people who may see different events.
    pub fn follow(
        api: Api,
        path: &'static str,
        event: &'static str,
        group: &str,
        hear: impl Fn(String) + 'static,
    ) -> Self {
        let name = format!("parvis{path} {group}");
        let follower = Rc::new(Follower {
            api,
            path,
            event,
            hear: Box::new(hear),
            heard: Cell::new(Date::now()),
            lead: RefCell::default(),
            last: RefCell::default(),
            channel: BroadcastChannel::new(&name).ok(),
            waiting: AbortController::new().ok(),
            listener: OnceCell::new(),
        });
        follower.listen();
        let waiting = Rc::downgrade(&follower);
        spawn(async move {
            if let Some(lock) = turn(&waiting, &name).await
                && let Some(follower) = waiting.upgrade()
            {
                follower.lead(lock);
            }
        });
        Self(follower)
    }

    /// Whether no event or heartbeat has come for too long, from any tab.
    pub fn is_silent(&self) -> bool {
        Date::now() - self.0.heard.get() > SILENCE_MS
    }

    /// Whether this tab holds the connection, and the browser no longer reconnects.
    pub fn is_closed(&self) -> bool {
        let lead = self.0.lead.borrow();
        lead.as_ref().is_some_and(|lead| lead.stream.is_closed())
    }
}

/// Waits until this tab is to open the connection; `None` if it has unsubscribed. Without broadcast channels
/// or locks, each tab opens its own connection, without a lock.
async fn turn(follower: &Weak<Follower>, name: &str) -> Option<Option<Lock>> {
    let signal = {
        let follower = follower.upgrade()?;
        let waiting = follower.waiting.as_ref().map(AbortController::signal);
        waiting.filter(|_| follower.channel.is_some())
    };
    if signal.is_none() {
        return Some(None);
    }
    match locks::request(name, signal).await {
        Outcome::Held(lock) => Some(Some(lock)),
        Outcome::Unsupported => Some(None),
        Outcome::NotHeld => None,
    }
}

impl Follower {
    /// Listens to the other tabs, and asks them for the last event.
    fn listen(self: &Rc<Self>) {
        let Some(channel) = &self.channel else { return };
        let this = Rc::downgrade(self);
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let (Some(follower), Some(said)) = (this.upgrade(), event.data().as_string()) {
                follower.on_message(said);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        self.listener.get_or_init(|| listener);
        self.say(ASK);
    }

    fn on_message(&self, said: String) {
        if said == ASK {
            if let Some(last) = &*self.last.borrow() {
                self.say(last);
            }
            return;
        }
        self.heard.set(Date::now());
        if said != BEAT {
            (self.hear)(said);
        }
    }

    fn say(&self, text: &str) {
        if let Some(channel) = &self.channel {
            // Posting a string cannot fail.
            let _ = channel.post_message(&JsValue::from_str(text));
        }
    }

    /// Opens the connection, and passes on its events.
    fn lead(self: &Rc<Self>, lock: Option<Lock>) {
        let (hearing, beating) = (Rc::downgrade(self), Rc::downgrade(self));
        let stream = self.api.events(self.path);
        let stream = stream.hear("beat", move |_| {
            if let Some(follower) = beating.upgrade() {
                follower.heard.set(Date::now());
                follower.say(BEAT);
            }
        });
        let stream = stream.hear(self.event, move |data| {
            if let Some(follower) = hearing.upgrade() {
                follower.heard.set(Date::now());
                follower.say(&data);
                follower.last.replace(Some(data.clone()));
                (follower.hear)(data);
            }
        });
        let lead = Lead {
            stream,
            _lock: lock,
        };
        self.lead.replace(Some(lead));
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        if let Some(waiting) = &self.waiting {
            waiting.abort();
        }
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
