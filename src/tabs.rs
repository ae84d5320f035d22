//! News between this browser's tabs of the portal.

use js_sys::Function;
use leptos::prelude::on_cleanup;
use parvis_ui::storage::BrowserStorage;
use send_wrapper::SendWrapper;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::page_load;
use crate::sign_out;

/// What one tab tells the others. It holds no datum: whoever hears it asks the backend.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// The person's rooms have changed.
    Rooms,
    /// The person has signed out.
    SignedOut,
}

impl News {
    fn word(self) -> &'static str {
        match self {
            Self::Rooms => "rooms",
            Self::SignedOut => "signed-out",
        }
    }
}

thread_local! {
    /// One for the page, as a tab does not hear itself. Where the browser has none, tabs find out
    /// when they are looked at.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new("parvis").ok();
}

/// Tells the other tabs.
pub fn tell(news: News) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // A word can always be posted.
            let _ = channel.post_message(&JsValue::from_str(news.word()));
        }
    });
}

/// Under this and its word, `boot.js` keeps what other tabs have told while this page was loading.
const MISSED_KEY: &str = "parvis.news.";

/// Hears one kind of news from other tabs, until the current owner is cleaned up, and what was told of it while
/// the page was loading.
pub fn listen(awaited: News, hear: impl Fn() + 'static) {
    let missed = format!("{MISSED_KEY}{}", awaited.word());
    if BrowserStorage::InTab.get(&missed).is_some() {
        hear();
    }
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data().as_string().as_deref() == Some(awaited.word()) {
            hear();
        }
    });
    let listener = hear.as_ref().unchecked_ref::<Function>().clone();
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // A listener of a known event can always be added.
            let _ = channel.add_event_listener_with_callback("message", &listener);
        }
    });
    let hearing = SendWrapper::new((hear, listener));
    on_cleanup(move || {
        let (_hear, listener) = hearing.take();
        CHANNEL.with(|channel| {
            if let Some(channel) = channel {
                // One that is not there is as good as removed.
                let _ = channel.remove_event_listener_with_callback("message", &listener);
            }
        });
    });
}

/// Loads the page anew for whoever is signed in by now, if anybody: nothing of the person that it was
/// for stays behind.
pub fn leave() {
    sign_out::forget_person("");
    page_load::reload();
}
