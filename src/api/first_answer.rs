//! The answer that `boot.js` asks for while the wasm is on its way.

use gloo_net::http::Response;
use js_sys::{Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The answer to `GET /api/v1/bootstrap`, once: it is as old as the document. `None` where no script has asked,
/// or no answer has come.
pub(super) async fn take() -> Option<Response> {
    let (window, name) = (window(), JsValue::from("parvisBootstrap"));
    let answer: Promise = Reflect::get(&window, &name).ok()?.dyn_into().ok()?;
    Reflect::delete_property(&window, &name).ok()?;
    let response = JsFuture::from(answer).await.ok()?;
    Some(response.unchecked_into::<web_sys::Response>().into())
}
