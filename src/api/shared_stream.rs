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

use super::locks::{self, Lock, LockOutcome};
use super::{Api, EventStream};

/// Posted by a tab that has just subscribed: the tab with the connection replies with the last event.
const LAST_EVENT_REQUEST: &str = "?";
/// Posted by the tab with the connection at each heartbeat of the stream.
const HEARTBEAT: &str = "!";
/// How long a stream may send nothing. The backend sends a heartbeat every fifteen seconds.
const MAX_SILENCE_MS: f64 = 45_000.0;

/// A subscription to one kind of event. One of the subscribed tabs holds the connection and passes on its
/// events; when it unsubscribes, another takes over. Dropping this unsubscribes.
pub struct SharedStream(Rc<Subscription>);

struct Subscription {
    api: Api,
    path: &'static str,
    event: &'static str,
    on_event: Box<dyn Fn(String)>,
    /// When the last event or heartbeat came, in milliseconds since 1970.
    last_event_at: Cell<f64>,
    /// The connection, if this tab holds it.
    connection: RefCell<Option<Connection>>,
    /// The last event of this tab's connection.
    last_event: RefCell<Option<String>>,
    /// `None` if the browser has no broadcast channels: then each tab has its own connection.
    channel: Option<BroadcastChannel>,
    /// Aborts the wait for the lock.
    lock_abort: Option<AbortController>,
    // Kept alive, as the browser calls it.
    channel_listener: OnceCell<Closure<dyn Fn(MessageEvent)>>,
}

struct Connection {
    stream: EventStream,
    // Released after the stream is closed: fields are dropped in this order.
    _lock: Option<Lock>,
}

impl SharedStream {
    /// Subscribes to the events of one name. Tabs with the same `group` share a connection: it separates
    /// people who may see different events.
    pub fn subscribe(
        api: Api,
        path: &'static str,
        event: &'static str,
        group: &str,
        on_event: impl Fn(String) + 'static,
    ) -> Self {
        let name = format!("parvis{path} {group}");
        let subscription = Rc::new(Subscription {
            api,
            path,
            event,
            on_event: Box::new(on_event),
            last_event_at: Cell::new(Date::now()),
            connection: RefCell::default(),
            last_event: RefCell::default(),
            channel: BroadcastChannel::new(&name).ok(),
            lock_abort: AbortController::new().ok(),
            channel_listener: OnceCell::new(),
        });
        subscription.listen_to_tabs();
        let weak = Rc::downgrade(&subscription);
        spawn(async move {
            if let Some(lock) = wait_for_lock(&weak, &name).await
                && let Some(subscription) = weak.upgrade()
            {
                subscription.connect(lock);
            }
        });
        Self(subscription)
    }

    /// Whether no event or heartbeat has come for too long, from any tab.
    pub fn is_silent(&self) -> bool {
        Date::now() - self.0.last_event_at.get() > MAX_SILENCE_MS
    }

    /// Whether this tab holds the connection, and the browser no longer reconnects.
    pub fn is_closed(&self) -> bool {
        let connection = self.0.connection.borrow();
        connection
            .as_ref()
            .is_some_and(|connection| connection.stream.is_closed())
    }
}

/// Waits until this tab is to open the connection; `None` if it has unsubscribed. Without broadcast channels
/// or locks, each tab opens its own connection, without a lock.
async fn wait_for_lock(subscription: &Weak<Subscription>, name: &str) -> Option<Option<Lock>> {
    let signal = {
        let subscription = subscription.upgrade()?;
        let abort = subscription
            .lock_abort
            .as_ref()
            .map(AbortController::signal);
        abort.filter(|_| subscription.channel.is_some())
    };
    if signal.is_none() {
        return Some(None);
    }
    match locks::request(name, signal).await {
        LockOutcome::Held(lock) => Some(Some(lock)),
        LockOutcome::Unsupported => Some(None),
        LockOutcome::NotHeld => None,
    }
}

impl Subscription {
    /// Listens to the other tabs, and asks them for the last event.
    fn listen_to_tabs(self: &Rc<Self>) {
        let Some(channel) = &self.channel else { return };
        let this = Rc::downgrade(self);
        let channel_listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let (Some(subscription), Some(text)) = (this.upgrade(), event.data().as_string()) {
                subscription.on_message(text);
            }
        });
        channel.set_onmessage(Some(channel_listener.as_ref().unchecked_ref()));
        self.channel_listener.get_or_init(|| channel_listener);
        self.broadcast(LAST_EVENT_REQUEST);
    }

    /// Handles a text from another tab.
    fn on_message(&self, text: String) {
        if text == LAST_EVENT_REQUEST {
            if let Some(last_event) = &*self.last_event.borrow() {
                self.broadcast(last_event);
            }
            return;
        }
        self.last_event_at.set(Date::now());
        if text != HEARTBEAT {
            (self.on_event)(text);
        }
    }

    /// Sends a text to the other tabs.
    fn broadcast(&self, text: &str) {
        if let Some(channel) = &self.channel {
            // Posting a string cannot fail.
            let _ = channel.post_message(&JsValue::from_str(text));
        }
    }

    /// Opens the connection, and passes on its events.
    fn connect(self: &Rc<Self>, lock: Option<Lock>) {
        let (on_event, on_heartbeat) = (Rc::downgrade(self), Rc::downgrade(self));
        let stream = self.api.events(self.path);
        let stream = stream.on_event("beat", move |_| {
            if let Some(subscription) = on_heartbeat.upgrade() {
                subscription.last_event_at.set(Date::now());
                subscription.broadcast(HEARTBEAT);
            }
        });
        let stream = stream.on_event(self.event, move |data| {
            if let Some(subscription) = on_event.upgrade() {
                subscription.last_event_at.set(Date::now());
                subscription.broadcast(&data);
                subscription.last_event.replace(Some(data.clone()));
                (subscription.on_event)(data);
            }
        });
        let connection = Connection {
            stream,
            _lock: lock,
        };
        self.connection.replace(Some(connection));
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(lock_abort) = &self.lock_abort {
            lock_abort.abort();
        }
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
