//! Proof of work, which the backend may require before it accepts a code. `boot.js` runs it in a worker, from
//! a file that is only then loaded.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Solves a challenge; `None` if the browser cannot, if it takes too long, or if it is stopped.
pub async fn solve(challenge: &str) -> Option<String> {
    JsFuture::from(call(&challenge.into())?)
        .await
        .ok()?
        .as_string()
}

/// Stops solving the challenge that is being solved, if there is one.
pub fn stop() {
    call(&JsValue::UNDEFINED);
}

/// Stops what is being solved, and solves `challenge` if there is one.
fn call(challenge: &JsValue) -> Option<Promise> {
    let solve = Reflect::get(&window(), &"parvisProof".into()).ok()?;
    let solve: Function = solve.dyn_into().ok()?;
    let answer = solve.call1(&JsValue::UNDEFINED, challenge).ok()?;
    answer.dyn_into().ok()
}
