//! Lifecycle of the event stream of running meetings: page visibility and regular checks.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use crate::api::SharedStream;

/// The interval between checks of the stream.
const CHECK_INTERVAL: Duration = Duration::from_secs(30);
/// Events that are fired on the document alone. A frozen tab closes its stream, because other tabs depend on
/// it.
const VISIBILITY_EVENTS: [&str; 3] = ["visibilitychange", "freeze", "resume"];

/// The stream, and the interval and listeners that are removed with it.
pub struct StreamLifecycle {
    /// Open while the page is visible.
    pub stream: Option<SharedStream>,
    check_timer: Option<IntervalHandle>,
    on_visibility: Closure<dyn Fn(Event)>,
}

impl StreamLifecycle {
    /// Calls `check` at intervals, and `on_visibility` with whether the page is visible when that may have changed.
    pub fn start(check: impl Fn() + 'static, on_visibility: impl Fn(bool) + 'static) -> Self {
        let on_visibility = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            on_visibility(!document().hidden() && event.type_() != "freeze");
        });
        for event in VISIBILITY_EVENTS {
            // Adding a listener cannot fail.
            let _ = document()
                .add_event_listener_with_callback(event, on_visibility.as_ref().unchecked_ref());
        }
        Self {
            stream: None,
            check_timer: set_interval_with_handle(check, CHECK_INTERVAL).ok(),
            on_visibility,
        }
    }
}

impl Drop for StreamLifecycle {
    fn drop(&mut self) {
        if let Some(check_timer) = self.check_timer.take() {
            check_timer.clear();
        }
        let on_visibility = self.on_visibility.as_ref().unchecked_ref();
        for event in VISIBILITY_EVENTS {
            // Removing a missing listener does nothing.
            let _ = document().remove_event_listener_with_callback(event, on_visibility);
        }
    }
}
