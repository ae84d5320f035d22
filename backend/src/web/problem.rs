//! Refusals: the error type of handlers, sent as problem details (RFC 9457).
//!
//! Handlers return `Result<_, Refusal>`. Which one to use:
//!
//! - errors of the person (a name, a link, a limit): `Refusal::new(ProblemKind::…)`, with [`Refusal::field`] or
//!   [`Refusal::limit`] if they help;
//! - errors of the database, the conference server or another module: `?`, which [`refusals`](super::refusals)
//!   converts to a refusal.
//!
//! [`complete`] writes the response, as it knows the request's id.

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use parvis_contract::field::{FieldError, FieldReason};
use parvis_contract::problem::{MEDIA_TYPE, Problem, ProblemKind};
use tower_http::request_id::RequestId;

/// A refused request.
#[derive(Clone, Debug)]
pub struct Refusal {
    problem: Box<Problem>,
    /// The cause, only for the log.
    cause: Option<String>,
}

impl Refusal {
    /// A refusal of this kind.
    #[must_use]
    pub fn new(kind: ProblemKind) -> Self {
        Self {
            problem: Box::new(kind.into()),
            cause: None,
        }
    }

    /// A refusal because of an invalid field.
    #[must_use]
    pub fn field(field: &str, reason: impl Into<FieldReason>) -> Self {
        Self::fields(vec![FieldError {
            field: field.to_owned(),
            reason: reason.into(),
        }])
    }

    /// A refusal because of invalid fields.
    #[must_use]
    pub fn fields(errors: Vec<FieldError>) -> Self {
        let words = errors
            .iter()
            .map(|error| format!("{}: {}", error.field, error.reason.words()));
        let mut refusal =
            Self::new(ProblemKind::Invalid).detail(words.collect::<Vec<_>>().join("; "));
        refusal.problem.errors = errors;
        refusal
    }

    /// Adds details.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.problem.detail = Some(detail.into());
        self
    }

    /// Adds the limit that was reached.
    #[must_use]
    pub fn limit(mut self, limit: u64) -> Self {
        self.problem.limit = Some(limit);
        self
    }

    /// Adds the number of seconds after which a retry may succeed.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.problem.retry_after = Some(seconds);
        self
    }

    /// Adds the proof-of-work challenge.
    #[must_use]
    pub fn challenge(mut self, challenge: String) -> Self {
        self.problem.challenge = Some(challenge);
        self
    }

    /// Adds how many bytes of the upload were received.
    #[must_use]
    pub fn received(mut self, bytes: u64) -> Self {
        self.problem.received = Some(bytes);
        self
    }

    /// Adds the cause for the log. It must not contain a secret.
    #[must_use]
    pub fn cause(mut self, cause: &impl std::error::Error) -> Self {
        let mut text = cause.to_string();
        let mut source = cause.source();
        while let Some(error) = source {
            text = format!("{text}: {error}");
            source = error.source();
        }
        self.cause = Some(text);
        self
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, [(header::CACHE_CONTROL, "no-store")]).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Middleware that writes the body of each refusal with the request's id, and logs those that are not the
/// caller's fault.
pub async fn complete(request: Request, next: Next) -> Response {
    let id = request
        .extensions()
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok())
        .map(str::to_owned);
    let mut response = next.run(request).await;
    let Some(refusal) = response.extensions_mut().remove::<Refusal>() else {
        return response;
    };
    let Refusal { mut problem, cause } = refusal;
    // Without a cause it was refused as intended, such as a stream too many.
    let is_intended = problem.kind == ProblemKind::Unavailable && cause.is_none();
    if problem.status >= 500 && !is_intended {
        tracing::error!(kind = problem.kind.urn(), cause, "refused");
    }
    if let Some(seconds) = problem.retry_after {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    problem.request_id = id;
    if let Err(error) = write(&problem, &mut response) {
        tracing::error!(%error, "a problem could not be written");
    }
    response
}

fn write(problem: &Problem, response: &mut Response) -> Result<(), serde_json::Error> {
    let body = serde_json::to_vec(problem)?;
    let media_type = HeaderValue::from_static(MEDIA_TYPE);
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, media_type);
    *response.body_mut() = Body::from(body);
    Ok(())
}

/// The response to an unknown address.
pub async fn not_found() -> Refusal {
    Refusal::new(ProblemKind::NotFound)
}

/// The response to an unsupported method.
pub async fn method_not_allowed() -> Refusal {
    Refusal::new(ProblemKind::MethodNotAllowed)
}

/// The response when a handler panics.
pub fn panicked(_panic: Box<dyn std::any::Any + Send>) -> Response {
    Refusal::new(ProblemKind::Internal).into_response()
}

/// The response when middleware panics, perhaps [`complete`] or logging: without the request's id and without
/// logging again. (The panic message itself is on standard error.)
pub fn panicked_outside(_panic: Box<dyn std::any::Any + Send>) -> Response {
    let problem = Problem::from(ProblemKind::Internal);
    let mut response = (
        StatusCode::INTERNAL_SERVER_ERROR,
        [(header::CACHE_CONTROL, "no-store")],
    )
        .into_response();
    // The status alone is sufficient if the body cannot be written.
    drop(write(&problem, &mut response));
    response
}
