//! The way out of the portal and into the conference.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;

use crate::api::ApiError;

/// After this time on the way to a conference that does not come, the person may ask again.
const ON_THE_WAY: Duration = Duration::from_secs(15);

thread_local! {
    /// How often the browser was sent to a conference.
    static ATTEMPTS: Cell<u32> = const { Cell::new(0) };
}

/// Sends the browser to the conference at `url`. `still_here` is told when that does not lead out of
/// the page: at once if the browser refuses, after a while if nothing comes.
pub fn enter_conference(url: &str, still_here: impl Fn(ApiError) + 'static) {
    let attempt = ATTEMPTS.get() + 1;
    ATTEMPTS.set(attempt);
    if window().location().assign(url).is_err() {
        still_here(ApiError::Unexpected);
    } else {
        // Whoever has come back meanwhile and gone in once more is on another way.
        let told = move || {
            if ATTEMPTS.get() == attempt {
                still_here(ApiError::Slow);
            }
        };
        set_timeout(told, ON_THE_WAY);
    }
}
