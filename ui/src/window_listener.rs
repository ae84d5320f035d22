//! Listeners on the window that are removed with their owner.

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Calls `on_event` for each event of the window, until the current owner is cleaned up.
pub fn listen_to_window<E>(event: E, on_event: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor + 'static,
    E::EventType: JsCast,
{
    let listener = window_event_listener(event, on_event);
    on_cleanup(move || listener.remove());
}
