//! Work that the backend asks for before it takes a code: done by a worker, beside the page, from a
//! file of its own that is fetched only then.

use js_sys::{Function, Promise};
use leptos::prelude::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// Solves a challenge; `None` where the browser cannot, or takes too long.
pub async fn solve(challenge: &str) -> Option<String> {
    let meta = document()
        .query_selector("meta[name=parvis-proof]")
        .ok()??;
    let worker = Worker::new(&meta.get_attribute("content")?).ok()?;
    let answer = Promise::new(&mut |resolve: Function, reject: Function| {
        let hear = Closure::once_into_js(move |event: MessageEvent| {
            resolve.call1(&JsValue::UNDEFINED, &event.data())
        });
        worker.set_onmessage(Some(hear.unchecked_ref()));
        worker.set_onerror(Some(&reject));
    });
    worker.post_message(&JsValue::from_str(challenge)).ok()?;
    let answer = JsFuture::from(answer).await;
    worker.terminate();
    answer.ok()?.as_string()
}
