//! Health probe (`GET /healthz`): 200 as soon as the process serves.

use axum::Router;
use axum::routing::get;

/// The route of the probe.
pub(crate) fn router() -> Router {
    Router::new().route("/healthz", get(|| async { "ok" }))
}
