//! `GET /healthz`: the process answers. It has nothing else to wait for.

use axum::Router;
use axum::routing::get;

/// The route.
pub(crate) fn router() -> Router {
    Router::new().route("/healthz", get(|| async { "ok" }))
}
