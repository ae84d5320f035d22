//! Streams of server-sent events, as all of them are sent.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::Stream;

/// How often a stream says that it is alive: proxies cut what is silent for a minute.
const BEAT: Duration = Duration::from_secs(15);

/// Answers a stream. While nothing happens it sends events named `beat`, which tell the page that it
/// still comes through.
pub fn answer(events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static) -> Response {
    let beat = Event::default().event("beat").data("");
    let stream = Sse::new(events).keep_alive(KeepAlive::new().interval(BEAT).event(beat));
    // nginx holds answers back until it is told not to.
    ([("x-accel-buffering", "no")], stream).into_response()
}
