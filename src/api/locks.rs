//! Web Locks: locks that this browser's tabs of the portal share. The browser releases the locks of a tab
//! that is closed, crashes or is discarded.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

/// A held lock; dropping it releases the lock.
pub struct Lock {
    release: Function,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The function that resolves a promise cannot fail.
        let _ = self.release.call0(&JsValue::NULL);
    }
}

/// The result of a lock request.
pub enum LockOutcome {
    /// The lock is held.
    Held(Lock),
    /// Another tab holds the lock, or the wait was aborted.
    NotHeld,
    /// The browser offers no locks: it is too old, the page has no HTTPS, or pages may not use storage.
    Unsupported,
}

/// Requests the lock of this name. With `signal`, waits until the lock is free or the signal aborts the wait;
/// without, does not wait.
pub async fn request(name: &str, signal: Option<AbortSignal>) -> LockOutcome {
    let options = Object::new();
    let (option, value) = match &signal {
        Some(signal) => ("signal", signal.into()),
        None => ("ifAvailable", JsValue::TRUE),
    };
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(&options, &option.into(), &value);
    let mut resolver = None;
    // Resolves with the result of the callback: the function that releases the lock, or undefined.
    let granted_lock = Promise::new(&mut |resolve, _| resolver = Some(resolve));
    let on_granted = Closure::<dyn Fn(JsValue) -> JsValue>::new(move |lock: JsValue| {
        let mut release = JsValue::UNDEFINED;
        // The lock is held until this promise is resolved.
        let held = (!lock.is_null())
            .then(|| JsValue::from(Promise::new(&mut |resolve, _| release = resolve.into())));
        if let Some(resolve) = &resolver {
            // The function that resolves a promise cannot fail.
            let _ = resolve.call1(&JsValue::NULL, &release);
        }
        held.unwrap_or_default()
    });
    let Some(requested) = call_request(name, &options, on_granted.as_ref().unchecked_ref()) else {
        return LockOutcome::Unsupported;
    };
    // Rejected if the wait is aborted, or if the browser refuses locks.
    let either = Promise::race(&js_sys::Array::of2(&granted_lock, &requested));
    match JsFuture::from(either).await {
        Ok(release) => match release.dyn_into() {
            Ok(release) => LockOutcome::Held(Lock { release }),
            Err(_) => LockOutcome::NotHeld,
        },
        Err(_) if signal.as_ref().is_some_and(AbortSignal::aborted) => LockOutcome::NotHeld,
        Err(_) => LockOutcome::Unsupported,
    }
}

/// Calls `navigator.locks.request`, if it exists.
fn call_request(name: &str, options: &Object, on_granted: &Function) -> Option<Promise> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?;
    let request: Function = request.dyn_into().ok()?;
    let promise = request
        .call3(&locks, &name.into(), options, on_granted)
        .ok()?;
    promise.dyn_into().ok()
}
