//! Proof of work, which the backend may require before it accepts a code. `boot.js` runs it in a worker, from
//! a file that is only then loaded.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Solves a challenge; `None` if the browser cannot, or if it takes too long.
pub async fn solve(challenge: &str) -> Option<String> {
    let solve = Reflect::get(&window(), &"parvisProof".into()).ok()?;
    let solve: Function = solve.dyn_into().ok()?;
    let answer = solve.call1(&JsValue::UNDEFINED, &challenge.into()).ok()?;
    let answer: Promise = answer.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_string()
}
