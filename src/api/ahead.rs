//! A request that is sent before its response is needed: when somebody points at the link to a page, the page's data
//! are on their way before the click (`src/data_ahead.rs`).

use std::cell::RefCell;

use js_sys::Date;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::client::Call;
use super::{Api, ApiError};

/// How long the response may be used. It is that of the moment at which the link was pointed at: a change of another
/// device that comes later is not in it.
const USABLE_MS: f64 = 5_000.0;

thread_local! {
    /// The last request that was sent ahead, until its response is taken.
    static SENT: RefCell<Option<Sent>> = const { RefCell::new(None) };
}

struct Sent {
    path: String,
    /// Milliseconds since 1970.
    at: f64,
    response: JsFuture,
}

impl Sent {
    fn answers(&self, path: &str) -> bool {
        self.path == path && Date::now() - self.at < USABLE_MS
    }
}

/// Forgets the response: after a change it may be out of date.
pub(super) fn forget() {
    SENT.set(None);
}

fn take(path: &str) -> Option<JsFuture> {
    let sent = SENT.take()?;
    sent.answers(path).then_some(sent.response)
}

impl Api {
    /// Sends `GET path` now, for the [`load`](Self::load) of the same path that is likely to follow.
    pub fn send_ahead(self, path: String) {
        let is_on_its_way =
            SENT.with_borrow(|sent| sent.as_ref().is_some_and(|sent| sent.answers(&path)));
        if is_on_its_way {
            return;
        }
        // Building a request fails only for invalid arguments, and these are valid.
        if let Ok(request) = self.request(&Call::get(&path)) {
            let response = JsFuture::from(window().fetch_with_request(&request));
            let at = Date::now();
            SENT.set(Some(Sent { path, at, response }));
        }
    }

    /// Sends `GET path` and returns the body of the response; or that of the request that was sent ahead.
    pub(super) async fn load(self, path: &str) -> Result<String, ApiError> {
        self.track_pending(async {
            if let Some(response) = take(path)
                && let Ok(response) = response.await
                && let Ok(body) = self
                    .read(response.unchecked_into::<web_sys::Response>().into())
                    .await
            {
                return Ok(body);
            }
            // Not sent ahead, or in vain: the network may be available by now.
            self.fetch(Call::get(path)).await
        })
        .await
    }
}
