//! Navigation from the portal to the conference.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;

use crate::api::ApiError;

/// If the conference has not loaded after this time, the person may try again.
const LOAD_TIMEOUT: Duration = Duration::from_secs(15);

thread_local! {
    /// How often the browser was sent to a conference.
    static ATTEMPTS: Cell<u32> = const { Cell::new(0) };
}

/// Sends the browser to the conference at `url`. Calls `on_failure` if that does not leave the page: at once
/// if the browser refuses, after a timeout if nothing loads.
pub fn open_conference(url: &str, on_failure: impl Fn(ApiError) + 'static) {
    let attempt = ATTEMPTS.get() + 1;
    ATTEMPTS.set(attempt);
    if window().location().assign(url).is_err() {
        on_failure(ApiError::Unexpected);
    } else {
        // The person may have come back and tried again: that attempt has its own timeout.
        let time_out = move || {
            if ATTEMPTS.get() == attempt {
                on_failure(ApiError::Slow);
            }
        };
        set_timeout(time_out, LOAD_TIMEOUT);
    }
}
