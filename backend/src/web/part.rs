//! The body of a part of an upload.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use http::StatusCode;
use parvis_contract::problem::ProblemKind;

use super::problem::Refusal;

/// How long a part may take: 1 MiB at 70 kbit/s.
const TIMEOUT: Duration = Duration::from_mins(2);

/// The bytes of a part, whatever its content type. The largest part is the limit of the route.
pub struct PartBody(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for PartBody {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let body = Bytes::from_request(request, state);
        match tokio::time::timeout(TIMEOUT, body).await {
            Ok(Ok(body)) => Ok(Self(body)),
            Ok(Err(rejection)) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Refusal::new(ProblemKind::TooLarge))
            }
            Ok(Err(_)) => Err(Refusal::new(ProblemKind::Malformed)),
            Err(_) => {
                let refusal = Refusal::new(ProblemKind::Malformed);
                Err(refusal.detail("the part did not arrive in time"))
            }
        }
    }
}
