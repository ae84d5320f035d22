//! HTTP requests: builds and sends one, reads the response, and maps failures to `ApiError`.

use gloo_net::Error;
use gloo_net::http::{Request, Response};
use leptos::prelude::*;
use parvis_contract::problem::Problem;
use parvis_contract::{CONTRACT_HEADER, CONTRACT_VERSION};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use web_sys::{AbortSignal, Blob, Headers, RequestCredentials, RequestInit, RequestMode};

use super::{Api, ApiError, ahead};
use crate::json;

/// The timeout of a request, after which the person sees an error.
const TIME_OUT_MS: u32 = 20_000;

/// The timeout of a part of an upload, which the person does not wait for.
const PART_TIME_OUT_MS: u32 = 60_000;

/// A request to the backend.
pub(super) struct Call<'a> {
    method: &'static str,
    path: &'a str,
    body: Option<Body>,
    idempotency_key: Option<&'a str>,
}

/// The body of a request.
enum Body {
    Json(String),
    /// A part of a file.
    Part(Blob),
}

impl<'a> Call<'a> {
    pub fn get(path: &'a str) -> Self {
        Self::new("GET", path)
    }

    pub fn post(path: &'a str) -> Self {
        Self::new("POST", path)
    }

    pub fn put(path: &'a str) -> Self {
        Self::new("PUT", path)
    }

    pub fn patch(path: &'a str) -> Self {
        Self::new("PATCH", path)
    }

    pub fn delete(path: &'a str) -> Self {
        Self::new("DELETE", path)
    }

    pub fn json(self, body: String) -> Self {
        Self {
            body: Some(Body::Json(body)),
            ..self
        }
    }

    pub fn part(self, body: Blob) -> Self {
        Self {
            body: Some(Body::Part(body)),
            ..self
        }
    }

    pub fn idempotent(self, key: &'a str) -> Self {
        Self {
            idempotency_key: Some(key),
            ..self
        }
    }

    fn new(method: &'static str, path: &'a str) -> Self {
        Self {
            method,
            path,
            body: None,
            idempotency_key: None,
        }
    }

    fn headers(&self) -> Result<Headers, JsValue> {
        let headers = Headers::new()?;
        match self.body {
            Some(Body::Json(_)) => headers.set("Content-Type", "application/json")?,
            Some(Body::Part(_)) => headers.set("Content-Type", "application/octet-stream")?,
            None => {}
        }
        if let Some(key) = self.idempotency_key {
            headers.set("Idempotency-Key", key)?;
        }
        // The backend sorts names in the page's language.
        if let Some(language) = document()
            .document_element()
            .and_then(|root| root.get_attribute("lang"))
        {
            headers.set("Accept-Language", &language)?;
        }
        Ok(headers)
    }
}

impl Api {
    /// Sends `call` and returns the body of the response.
    pub(super) async fn send(self, call: Call<'_>) -> Result<String, ApiError> {
        self.track_pending(self.fetch(call)).await
    }

    /// Counts `work` as pending, which shows the progress bar, until it is done.
    pub async fn track_pending<T>(self, work: impl Future<Output = T>) -> T {
        let _pending = Pending::count(self.pending);
        work.await
    }

    /// As [`send`](Self::send), for a request that the page shows by itself.
    pub(super) async fn send_quietly(self, call: Call<'_>) -> Result<String, ApiError> {
        self.fetch(call).await
    }

    pub(super) async fn fetch(self, call: Call<'_>) -> Result<String, ApiError> {
        // Building a request fails only for invalid arguments, and these are valid.
        let request = self.request(&call).map_err(|_| ApiError::Unexpected)?;
        let forget_if_changed = || {
            if call.method != "GET" {
                ahead::forget();
            }
        };
        forget_if_changed();
        let response = Request::from(request).send().await;
        // What was sent ahead meanwhile may have been answered before the change was made.
        forget_if_changed();
        self.read(response.map_err(|error| network_error(&error))?)
            .await
    }

    /// Returns the body of a successful response, or the error of another.
    pub(super) async fn read(self, response: Response) -> Result<String, ApiError> {
        self.compare_contracts(&response);
        let body = response
            .text()
            .await
            .map_err(|error| network_error(&error))?;
        if response.ok() {
            Ok(body)
        } else {
            Err(match json::read::<Problem>(&body) {
                Some(problem) => ApiError::Problem(Box::new(problem)),
                None if response.status() >= 500 => ApiError::Unavailable,
                None => ApiError::Unexpected,
            })
        }
    }

    // Built with the browser's own types, as `RequestBuilder` has no `keepalive`.
    pub(super) fn request(self, call: &Call<'_>) -> Result<web_sys::Request, JsValue> {
        let init = RequestInit::new();
        init.set_method(call.method);
        init.set_mode(RequestMode::Cors);
        init.set_credentials(RequestCredentials::Include);
        let (time_out_ms, is_small) = match call.body {
            Some(Body::Part(_)) => (PART_TIME_OUT_MS, false),
            _ => (TIME_OUT_MS, true),
        };
        init.set_signal(Some(&AbortSignal::timeout_with_u32(time_out_ms)));
        init.set_headers(call.headers()?.as_ref());
        // A change is shown before it is confirmed: `keepalive` sends it even if the document is left. Browsers
        // refuse it for large bodies.
        if call.method != "GET" && is_small {
            js_sys::Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE)?;
        }
        match &call.body {
            Some(Body::Json(text)) => init.set_body(&JsValue::from_str(text)),
            Some(Body::Part(part)) => init.set_body(part.as_ref()),
            None => {}
        }
        let address = format!("{}{}", self.origin, call.path);
        web_sys::Request::new_with_str_and_init(&address, &init)
    }

    /// Compares the contract versions. A response without the header comes from a proxy, and does not tell
    /// the backend's version.
    fn compare_contracts(self, response: &Response) {
        if let Some(version) = response.headers().get(CONTRACT_HEADER)
            && version != CONTRACT_VERSION.to_string()
        {
            self.outdated.set(true);
        }
    }
}

/// A request in the count of pending ones, until it is answered or dropped.
struct Pending(RwSignal<u32>);

impl Pending {
    fn count(pending: RwSignal<u32>) -> Self {
        pending.update(|count| *count += 1);
        Self(pending)
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        // The signal is gone if the app is.
        self.0.try_update(|count| *count -= 1);
    }
}

/// Maps a failed request to its error.
fn network_error(error: &Error) -> ApiError {
    match error {
        Error::JsError(error) if error.name == "TimeoutError" => ApiError::Slow,
        _ => ApiError::Unreachable,
    }
}

/// Serialises the body of a request.
pub(super) fn encode<T: Serialize>(value: &T) -> Result<String, ApiError> {
    serde_json::to_string(value).map_err(|_| ApiError::Unexpected)
}

/// Deserialises the body of a response.
pub(super) fn decode<T: DeserializeOwned>(body: &str) -> Result<T, ApiError> {
    json::read(body).ok_or(ApiError::Unexpected)
}

/// The content of `<meta name="parvis-api">`.
pub(super) fn origin_in_document() -> String {
    let meta = document()
        .query_selector("meta[name=parvis-api]")
        .ok()
        .flatten();
    meta.and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}
