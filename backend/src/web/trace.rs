//! Request logging: one line per request, with the route's pattern instead of the address. So the log contains
//! no identifier, ticket, query or name.

use std::time::Duration;

use axum::extract::{MatchedPath, Request};
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use tower_http::request_id::{MakeRequestId, RequestId};
use tracing::{Span, field};

use crate::clock::Clock;
use crate::random::Random;
use crate::traces;

/// The request id header.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Assigns request ids.
#[derive(Clone)]
pub struct RequestIds {
    /// The clock for the time part.
    pub clock: Clock,
    /// The random source for the rest.
    pub random: Random,
}

impl MakeRequestId for RequestIds {
    fn make_request_id<B>(&mut self, _request: &http::Request<B>) -> Option<RequestId> {
        let id = self.random.uuid(self.clock.now()).to_string();
        Some(RequestId::new(HeaderValue::from_str(&id).ok()?))
    }
}

/// The tracing span of a request.
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
    let method = request.method();
    let span = tracing::info_span!(
        "request", id, %method, route, otel.name = field::Empty, otel.kind = field::Empty
    );
    traces::name(&span, "server", || format!("{method} {route}"));
    span
}

/// Logs the response.
pub fn answered(response: &Response, latency: Duration, span: &Span) {
    let status = i64::from(response.status().as_u16());
    traces::attribute(span, "http.response.status_code", status);
    tracing::info!(
        status = response.status().as_u16(),
        ms = latency.as_secs_f64() * 1e3,
        "answered"
    );
}

/// Middleware that drops a request id sent by the client, which could contain anything.
pub async fn drop_client_request_id(
    mut request: Request,
    next: axum::middleware::Next,
) -> Response {
    request.headers_mut().remove(REQUEST_ID);
    next.run(request).await
}
