//! One event stream for all tabs of a browser: over HTTP/1.1, a browser has six connections to a server, all
//! tabs together (`docs/decisions/0022-one-stream-per-browser.md`).

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::Date;
use parvis_ui::spawn;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, BroadcastChannel, MessageEvent};

use super::locks::{self, Lock, Outcome};
use super::{Api, EventStream};

/// What a tab says that has just begun to follow: whoever holds the stream says what came last.
const ASK: &str = "?";
/// What the tab that holds the stream says when that is heard, though nothing has changed.
const BEAT: &str = "!";
/// The backend is heard every fifteen seconds at least.
const SILENCE_MS: f64 = 45_000.0;

/// The events of one name of a stream. One of the tabs that follow it holds the connection, and passes on what
/// comes; when that tab no longer follows, another holds it. It is followed until this is dropped.
pub struct SharedStream(Rc<Follower>);

struct Follower {
    api: Api,
    path: &'static str,
    event: &'static str,
    hear: Box<dyn Fn(String)>,
    /// When the stream was heard last, in milliseconds.
    heard: Cell<f64>,
    /// Where this tab holds the connection.
    lead: RefCell<Option<Lead>>,
    /// What came last by the connection that this tab holds.
    last: RefCell<Option<String>>,
    /// None where the browser has none: then each tab has a connection of its own.
    channel: Option<BroadcastChannel>,
    /// Ends the waiting for the lock.
    waiting: Option<AbortController>,
    // Kept, as the browser calls it.
    listener: OnceCell<Closure<dyn Fn(MessageEvent)>>,
}

struct Lead {
    stream: EventStream,
    // Released after the stream is closed: fields are dropped in this order.
    _lock: Option<Lock>,
}

impl SharedStream {
    /// Follows the events of a name. `group` tells apart who may hear the same.
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

    /// Whether nothing is known any more: the stream has not been heard for long, by whichever tab.
    pub fn is_silent(&self) -> bool {
        Date::now() - self.0.heard.get() > SILENCE_MS
    }

    /// Whether this tab holds the connection, and the browser has given it up.
    pub fn is_closed(&self) -> bool {
        let lead = self.0.lead.borrow();
        lead.as_ref().is_some_and(|lead| lead.stream.is_closed())
    }
}

/// Waits until this tab is to hold the connection; `None` where it no longer follows. Where tabs cannot know of
/// each other, each holds its own, and no lock.
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
    /// Hears the other tabs, and asks them what came last.
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
            // A text can always be posted.
            let _ = channel.post_message(&JsValue::from_str(text));
        }
    }

    /// Holds the connection from now on.
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
