//! Lifecycle of the event stream of running meetings: page visibility and regular checks.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use crate::api::SharedStream;

/// The interval between checks of the stream.
const LOOK: Duration = Duration::from_secs(30);
/// Events that are fired on the document alone. A frozen tab closes its stream, because other tabs depend on
/// it.
const CHANGES: [&str; 3] = ["visibilitychange", "freeze", "resume"];

/// The stream, and the interval and listeners that are removed with it.
pub struct Following {
    /// Open while the page is visible.
    pub stream: Option<SharedStream>,
    looks: Option<IntervalHandle>,
    change: Closure<dyn Fn(Event)>,
}

impl Following {
    /// Calls `look` at intervals, and `change` with whether the page is visible when that may have changed.
    pub fn start(look: impl Fn() + 'static, change: impl Fn(bool) + 'static) -> Self {
        let change = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            change(!document().hidden() && event.type_() != "freeze");
        });
        for event in CHANGES {
            // Adding a listener cannot fail.
            let _ =
                document().add_event_listener_with_callback(event, change.as_ref().unchecked_ref());
        }
        Self {
            stream: None,
            looks: set_interval_with_handle(look, LOOK).ok(),
            change,
        }
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        if let Some(looks) = self.looks.take() {
            looks.clear();
        }
        let change = self.change.as_ref().unchecked_ref();
        for event in CHANGES {
            // Removing a missing listener does nothing.
            let _ = document().remove_event_listener_with_callback(event, change);
        }
    }
}
