//! Server-sent events (`EventSource`).

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, EventSourceInit, MessageEvent};

use super::Api;

/// An open event stream; dropping it closes it.
pub struct EventStream {
    source: Option<EventSource>,
    // Kept alive, as the browser calls them.
    listeners: Vec<Closure<dyn Fn(MessageEvent)>>,
}

impl Api {
    /// Opens an event stream. If the connection breaks, the browser reconnects by itself.
    pub fn events(self, path: &str) -> EventStream {
        let options = EventSourceInit::new();
        options.set_with_credentials(true);
        let address = format!("{}{path}", self.origin);
        EventStream {
            source: EventSource::new_with_event_source_init_dict(&address, &options).ok(),
            listeners: Vec::new(),
        }
    }
}

impl EventStream {
    /// Calls `handle` with the data of each event of this name.
    pub fn on_event(mut self, name: &str, handle: impl Fn(String) + 'static) -> Self {
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            handle(event.data().as_string().unwrap_or_default());
        });
        if let Some(source) = &self.source {
            let function = listener.as_ref().unchecked_ref();
            // Adding a listener cannot fail.
            let _ = source.add_event_listener_with_callback(name, function);
        }
        self.listeners.push(listener);
        self
    }

    /// Whether the browser no longer reconnects.
    pub fn is_closed(&self) -> bool {
        self.source
            .as_ref()
            .is_none_or(|source| source.ready_state() == EventSource::CLOSED)
    }
}

impl Drop for EventStream {
    fn drop(&mut self) {
        if let Some(source) = &self.source {
            source.close();
        }
    }
}
