//! Reading the body of a request, within a time.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest as _, Request};
use http::StatusCode;
use parvis_contract::problem::ProblemKind;

use super::problem::Refusal;

/// The body of a request, of the size that the route allows.
///
/// # Errors
///
/// When it is too large, breaks off, or takes longer than `limit`.
pub(super) async fn read<S: Send + Sync>(
    request: Request,
    state: &S,
    limit: Duration,
) -> Result<Bytes, Refusal> {
    let body = Bytes::from_request(request, state);
    match tokio::time::timeout(limit, body).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(rejection)) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            Err(Refusal::new(ProblemKind::TooLarge))
        }
        Ok(Err(_)) => Err(Refusal::new(ProblemKind::Malformed)),
        Err(_) => {
            let refusal = Refusal::new(ProblemKind::Malformed);
            Err(refusal.detail("the body did not arrive in time"))
        }
    }
}
