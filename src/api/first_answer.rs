//! The answer that `boot.js` asks for while the wasm is on its way.

use std::future::Future;

use gloo_net::http::Response;
use js_sys::{Error, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::ApiError;
use super::client::lost_by;

/// The answer to `GET /api/v1/bootstrap`, once: it is as old as the document. None where no script has asked.
pub(super) fn take() -> Option<impl Future<Output = Result<Response, ApiError>>> {
    let (window, name) = (window(), JsValue::from("parvisBootstrap"));
    let answer: Promise = Reflect::get(&window, &name).ok()?.dyn_into().ok()?;
    Reflect::delete_property(&window, &name).ok()?;
    Some(async {
        let response = JsFuture::from(answer).await.map_err(|thrown| {
            let name = String::from(thrown.unchecked_into::<Error>().name());
            lost_by(&name)
        })?;
        Ok(response.unchecked_into::<web_sys::Response>().into())
    })
}
