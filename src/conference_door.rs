//! The way out of the portal and into the conference.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::ApiError;

/// After this time on the way to a conference that does not come, the person may ask again.
const ON_THE_WAY: Duration = Duration::from_secs(15);

/// Sends the browser to the conference at `url`. `still_here` is told when that does not lead out of
/// the page: at once if the browser refuses, after a while if nothing comes.
pub fn enter_conference(url: &str, still_here: impl Fn(ApiError) + 'static) {
    if window().location().assign(url).is_err() {
        still_here(ApiError::Unexpected);
    } else {
        set_timeout(move || still_here(ApiError::Slow), ON_THE_WAY);
    }
}
