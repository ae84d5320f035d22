//! What is answered before the request's body was read says that the connection closes: what is left of the body would
//! otherwise stand where a proxy expects the next request.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;

use axum::body::{Body, HttpBody as _};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use futures_util::StreamExt as _;
use futures_util::stream::poll_fn;
use http::{HeaderValue, header};

/// Middleware that adds `Connection: close` to the answer if the body was not read to its end.
pub async fn close_connection(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let was_read = Arc::new(AtomicBool::new(false));
    let end = Arc::clone(&was_read);
    let request = request.map(|body| {
        let at_end = poll_fn(move |_| {
            end.store(true, Ordering::Relaxed);
            Poll::Ready(None)
        });
        Body::from_stream(body.into_data_stream().chain(at_end))
    });
    let mut response = next.run(request).await;
    if !was_read.load(Ordering::Relaxed) {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
    }
    response
}
