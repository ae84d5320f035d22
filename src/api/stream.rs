//! A stream of server-sent events.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, EventSourceInit, MessageEvent};

use super::Api;

/// An open stream; it is closed when it is dropped.
pub struct EventStream {
    source: Option<EventSource>,
    // Kept, as the browser calls them.
    listeners: Vec<Closure<dyn Fn(MessageEvent)>>,
}

impl Api {
    /// Opens a stream. Where the connection breaks, the browser makes another by itself.
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
    /// Hears the events of this name, as their data.
    pub fn hear(mut self, name: &str, hear: impl Fn(String) + 'static) -> Self {
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            hear(event.data().as_string().unwrap_or_default());
        });
        if let Some(source) = &self.source {
            let function = listener.as_ref().unchecked_ref();
            // A listener of any name can be added.
            let _ = source.add_event_listener_with_callback(name, function);
        }
        self.listeners.push(listener);
        self
    }

    /// Whether the browser has given up.
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
