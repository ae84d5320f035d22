//! Listeners on the window that are removed with their owner.

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Event;

/// Calls `on_event` for each event of the window, until the current owner is cleaned up.
#[expect(clippy::needless_pass_by_value, reason = "as Leptos takes events")]
pub fn listen_to_window<E>(event: E, on_event: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor,
    E::EventType: JsCast,
{
    let on_event = move |event: Event| on_event(event.unchecked_into());
    listen(&event.name(), Box::new(on_event));
}

/// For all types of events and listeners: otherwise the compiler would generate this once for each.
fn listen(event: &str, on_event: Box<dyn Fn(Event)>) {
    let listener = window_event_listener_untyped(event, on_event);
    on_cleanup(move || listener.remove());
}
