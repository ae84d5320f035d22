//! A pause that can be cut short.

use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Ends a pause early.
#[derive(Clone, Copy)]
pub struct Waker(StoredValue<Option<Function>, LocalStorage>);

impl Waker {
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Waits for `ms`, or until [`Waker::wake`] is called.
    pub async fn pause(self, ms: i32) {
        let pause = Promise::new(&mut |resolve, _| {
            // Without the timer, the pause lasts until it is cut short.
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
            self.0.try_set_value(Some(resolve));
        });
        // The promise is never rejected.
        let _ = JsFuture::from(pause).await;
    }

    /// Ends the pause, if there is one.
    pub fn wake(self) {
        let resolve = self.0.try_get_value().flatten();
        if let Some(resolve) = resolve {
            let _ = resolve.call0(&JsValue::NULL);
        }
    }
}
