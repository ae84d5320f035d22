//! What keeps the stream of live rooms in step with the page.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use crate::api::SharedStream;

/// How often is looked whether the stream still stands.
const LOOK: Duration = Duration::from_secs(30);
/// These events reach the document alone. A tab that is frozen holds no stream that others wait for.
const CHANGES: [&str; 3] = ["visibilitychange", "freeze", "resume"];

/// The stream, an interval and listeners, which go with it.
pub struct Following {
    /// Open while the page is seen.
    pub stream: Option<SharedStream>,
    looks: Option<IntervalHandle>,
    change: Closure<dyn Fn(Event)>,
}

impl Following {
    /// Calls `look` again and again, and `change` with whether the page is seen when that may have changed.
    pub fn start(look: impl Fn() + 'static, change: impl Fn(bool) + 'static) -> Self {
        let change = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            change(!document().hidden() && event.type_() != "freeze");
        });
        for event in CHANGES {
            // A listener of any name can be added.
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
            // One that is not there is as good as removed.
            let _ = document().remove_event_listener_with_callback(event, change);
        }
    }
}
