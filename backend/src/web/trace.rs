//! One log line a request: what was asked for, as the route's pattern, never as the address. So no
//! identifier, ticket, query or name can stand in a log.

use std::time::Duration;

use axum::extract::{MatchedPath, Request};
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use tower_http::request_id::{MakeRequestId, RequestId};
use tracing::Span;

use crate::clock::Clock;
use crate::random::Random;

/// The header that carries the request's id.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Gives each request an identifier.
#[derive(Clone)]
pub struct RequestIds {
    /// For the time in the identifier.
    pub clock: Clock,
    /// For the rest of it.
    pub random: Random,
}

impl MakeRequestId for RequestIds {
    fn make_request_id<B>(&mut self, _request: &http::Request<B>) -> Option<RequestId> {
        let id = self.random.uuid(self.clock.now()).to_string();
        Some(RequestId::new(HeaderValue::from_str(&id).ok()?))
    }
}

/// The span that a request's log lines stand in.
pub fn span(request: &Request) -> Span {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("-", MatchedPath::as_str);
    let id = request
        .extensions()
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok())
        .unwrap_or_default();
    tracing::info_span!("request", id, method = %request.method(), route)
}

/// The line when a request is answered.
pub fn answered(response: &Response, latency: Duration, _span: &Span) {
    tracing::info!(
        status = response.status().as_u16(),
        ms = latency.as_secs_f64() * 1e3,
        "answered"
    );
}

/// Middleware that drops an identifier sent by the asker: anything could stand in it.
pub async fn forget_foreign_id(mut request: Request, next: axum::middleware::Next) -> Response {
    request.headers_mut().remove(REQUEST_ID);
    next.run(request).await
}
