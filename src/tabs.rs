//! Messages between this browser's tabs of the portal (`BroadcastChannel`).

use js_sys::{Function, Reflect, Set};
use leptos::prelude::{on_cleanup, window};
use send_wrapper::SendWrapper;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::page_load;
use crate::sign_out;

/// A message to other tabs. It contains no data: the receiver asks the backend.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TabMessage {
    /// The person's rooms have changed.
    Rooms,
    /// The person has signed out.
    SignedOut,
}

impl TabMessage {
    fn word(self) -> &'static str {
        match self {
            Self::Rooms => "rooms",
            Self::SignedOut => "signed-out",
        }
    }
}

thread_local! {
    /// One channel for the page, so that a tab does not receive its own messages. Without channels, tabs
    /// refresh when they become visible.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new("parvis").ok();
}

/// Sends a message to the other tabs.
pub fn broadcast(message: TabMessage) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // Posting a string cannot fail.
            let _ = channel.post_message(&JsValue::from_str(message.word()));
        }
    });
}

/// Whether such a message came while the page was loading: `boot.js` collects those.
fn was_missed(message: TabMessage) -> bool {
    let missed = Reflect::get(&window(), &"parvisMissed".into());
    missed.is_ok_and(|missed| {
        let missed = missed.dyn_into::<Set>();
        missed.is_ok_and(|missed| missed.has(&message.word().into()))
    })
}

/// Calls `on_message` for each message of one kind, until the current owner is cleaned up, and once if such a
/// message came while the page was loading.
pub fn subscribe(expected: TabMessage, on_message: impl Fn() + 'static) {
    if was_missed(expected) {
        on_message();
    }
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data().as_string().as_deref() == Some(expected.word()) {
            on_message();
        }
    });
    let function = on_message.as_ref().unchecked_ref::<Function>().clone();
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // Adding a listener cannot fail.
            let _ = channel.add_event_listener_with_callback("message", &function);
        }
    });
    let subscription = SendWrapper::new((on_message, function));
    on_cleanup(move || {
        let (_on_message, function) = subscription.take();
        CHANNEL.with(|channel| {
            if let Some(channel) = channel {
                // Removing a missing listener does nothing.
                let _ = channel.remove_event_listener_with_callback("message", &function);
            }
        });
    });
}

/// Deletes what is stored of the former person, and reloads the page for whoever is signed in now, if
/// anybody.
pub fn clear_and_reload() {
    sign_out::delete_personal_data("");
    page_load::reload();
}
