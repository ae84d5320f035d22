//! Server-sent events: the common properties of all streams.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::Stream;

/// The heartbeat interval: proxies close connections that are silent for a minute.
const BEAT: Duration = Duration::from_secs(15);

/// Responds with a stream. Without events it sends `beat` events, which show the page that the connection
/// works.
pub fn answer(events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static) -> Response {
    let beat = Event::default().event("beat").data("");
    let stream = Sse::new(events).keep_alive(KeepAlive::new().interval(BEAT).event(beat));
    // nginx buffers responses unless told otherwise.
    ([("x-accel-buffering", "no")], stream).into_response()
}
