//! Work that the backend asks for before it takes a code. `boot.js` has a worker do it, beside the page,
//! from a file of its own that is fetched only then.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Solves a challenge; `None` where the browser cannot, or takes too long.
pub async fn solve(challenge: &str) -> Option<String> {
    let solve = Reflect::get(&window(), &"parvisProof".into()).ok()?;
    let solve: Function = solve.dyn_into().ok()?;
    let answer = solve.call1(&JsValue::UNDEFINED, &challenge.into()).ok()?;
    let answer: Promise = answer.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_string()
}
