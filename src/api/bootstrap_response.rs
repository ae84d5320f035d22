//! The bootstrap response, which `boot.js` requests while the wasm is loading.

use gloo_net::http::Response;
use js_sys::{Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Takes the response to `GET /api/v1/bootstrap`, once only: later it is out of date. `None` if no script has
/// requested it, or if no response came.
pub(super) async fn take() -> Option<Response> {
    let (window, name) = (window(), JsValue::from("parvisBootstrap"));
    let response: Promise = Reflect::get(&window, &name).ok()?.dyn_into().ok()?;
    Reflect::delete_property(&window, &name).ok()?;
    let response = JsFuture::from(response).await.ok()?;
    Some(response.unchecked_into::<web_sys::Response>().into())
}
