//! The body of a part of an upload.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};

use super::body;
use super::problem::Refusal;

/// How long a part may take: 1 MiB at 70 kbit/s.
const TIMEOUT: Duration = Duration::from_mins(2);

/// The bytes of a part, whatever its content type. The largest part is the limit of the route.
pub struct PartBody(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for PartBody {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        body::read(request, state, TIMEOUT).await.map(Self)
    }
}
