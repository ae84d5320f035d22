//! Locks that this browser's tabs of the portal share (Web Locks API). A tab that is closed, crashes or is
//! discarded gives its locks back.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

/// A lock that is held until this is dropped.
pub struct Lock {
    release: Function,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The function that resolves a promise cannot fail.
        let _ = self.release.call0(&JsValue::NULL);
    }
}

/// How long a lock is waited for.
pub enum Patience<'a> {
    /// Until it is free, or this is aborted.
    Until(&'a AbortSignal),
    /// Not at all.
    None,
}

/// What became of asking for a lock.
pub enum Outcome {
    /// It is held.
    Held(Lock),
    /// Another tab holds it, or the waiting was aborted.
    NotHeld,
    /// This browser has no locks here: too old, without HTTPS, or where pages may store nothing.
    Unsupported,
}

/// Asks for the lock of this name.
pub async fn request(name: &str, patience: Patience<'_>) -> Outcome {
    let options = Object::new();
    let (option, value) = match patience {
        Patience::Until(signal) => ("signal", signal.into()),
        Patience::None => ("ifAvailable", JsValue::TRUE),
    };
    // A property of an object of our own can always be set.
    let _ = Reflect::set(&options, &option.into(), &value);
    let mut tell = None;
    // What the callback learns: the function that releases the lock, or nothing.
    let told = Promise::new(&mut |resolve, _| tell = Some(resolve));
    let granted = Closure::<dyn Fn(JsValue) -> JsValue>::new(move |lock: JsValue| {
        let mut release = JsValue::UNDEFINED;
        // The lock is held until this promise is resolved.
        let held = (!lock.is_null())
            .then(|| JsValue::from(Promise::new(&mut |resolve, _| release = resolve.into())));
        if let Some(tell) = &tell {
            // The function that resolves a promise cannot fail.
            let _ = tell.call1(&JsValue::NULL, &release);
        }
        held.unwrap_or_default()
    });
    let Some(asked) = ask(name, &options, granted.as_ref().unchecked_ref()) else {
        return Outcome::Unsupported;
    };
    // It is rejected where it is aborted, and where locks are refused.
    let either = Promise::race(&js_sys::Array::of2(&told, &asked));
    match JsFuture::from(either).await {
        Ok(release) => match release.dyn_into() {
            Ok(release) => Outcome::Held(Lock { release }),
            Err(_) => Outcome::NotHeld,
        },
        Err(error) if is_abort(&error) => Outcome::NotHeld,
        Err(_) => Outcome::Unsupported,
    }
}

/// Calls `navigator.locks.request`, where there is one.
fn ask(name: &str, options: &Object, granted: &Function) -> Option<Promise> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?;
    let request: Function = request.dyn_into().ok()?;
    let asked = request.call3(&locks, &name.into(), options, granted).ok()?;
    asked.dyn_into().ok()
}

fn is_abort(error: &JsValue) -> bool {
    let name = Reflect::get(error, &"name".into());
    name.is_ok_and(|name| name.as_string().as_deref() == Some("AbortError"))
}
