//! Cross-site request protection: changes require the `Origin` of the portal.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header;
use parvis_contract::problem::ProblemKind;

use super::problem::Refusal;
use crate::config::Config;

/// Middleware that refuses changes from pages of other sites, or without `Origin`.
pub async fn check(State(config): State<Arc<Config>>, request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let origin = request
        .headers()
        .get(header::ORIGIN)
        .and_then(|value| value.to_str().ok());
    if origin.is_some_and(|origin| config.is_portal_origin(origin)) {
        next.run(request).await
    } else {
        Refusal::new(ProblemKind::OriginRefused).into_response()
    }
}
