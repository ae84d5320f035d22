//! The contract version header (`Parvis-Contract`) of every response, by which an app of another version
//! notices.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use parvis_contract::{CONTRACT_HEADER, CONTRACT_VERSION};

/// Middleware that adds the header.
pub async fn stamp(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(
        HeaderName::from_static(CONTRACT_HEADER),
        HeaderValue::from(CONTRACT_VERSION),
    );
    response
}
