//! The one way in which a request is refused.
//!
//! A handler returns `Result<_, Refusal>`. Which one to use:
//!
//! - what the person can mend (a name, a link, a limit): `Refusal::new(ProblemKind::…)`, with
//!   [`Refusal::field`] or [`Refusal::limit`] where they help;
//! - what the database, the conference server or a part of the backend did: `?` on its error, which
//!   [`refusals`](super::refusals) turns into a refusal.
//!
//! [`complete`] writes the answer, as only it knows the request's id.

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use parvis_contract::field::{FieldError, FieldReason};
use parvis_contract::problem::{MEDIA_TYPE, Problem, ProblemKind};
use tower_http::request_id::RequestId;

/// A request that is refused, and why.
#[derive(Clone, Debug)]
pub struct Refusal {
    problem: Box<Problem>,
    /// For the log only.
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

    /// A field that is refused.
    #[must_use]
    pub fn field(field: &str, reason: impl Into<FieldReason>) -> Self {
        Self::fields(vec![FieldError {
            field: field.to_owned(),
            reason: reason.into(),
        }])
    }

    /// Fields that are refused.
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

    /// Says what happened here.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.problem.detail = Some(detail.into());
        self
    }

    /// Names the limit that was reached.
    #[must_use]
    pub fn limit(mut self, limit: u64) -> Self {
        self.problem.limit = Some(limit);
        self
    }

    /// Says in how many seconds asking again may help.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.problem.retry_after = Some(seconds);
        self
    }

    /// Says what work has to be done first.
    #[must_use]
    pub fn challenge(mut self, challenge: String) -> Self {
        self.problem.challenge = Some(challenge);
        self
    }

    /// Remembers, for the log only, what led here. Must not hold a secret.
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

/// Middleware that gives each refusal its body, with the request's id, and logs those that are not
/// the asker's fault.
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
    if problem.status >= 500 {
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

/// The answer to an address that does not exist.
pub async fn not_found() -> Refusal {
    Refusal::new(ProblemKind::NotFound)
}

/// The answer to a verb that an address does not take.
pub async fn method_not_allowed() -> Refusal {
    Refusal::new(ProblemKind::MethodNotAllowed)
}

/// The answer when a handler panics: a defect, told like any other failure.
pub fn panicked(_panic: Box<dyn std::any::Any + Send>) -> Response {
    Refusal::new(ProblemKind::Internal).into_response()
}

/// The answer when what stands around the handlers panics, [`complete`] or the log perhaps: without the
/// request's id, and nothing is logged again. (The panic itself is, on standard error.)
pub fn panicked_outside(_panic: Box<dyn std::any::Any + Send>) -> Response {
    let problem = Problem::from(ProblemKind::Internal);
    let mut response = (
        StatusCode::INTERNAL_SERVER_ERROR,
        [(header::CACHE_CONTROL, "no-store")],
    )
        .into_response();
    // A status without a body says the same.
    drop(write(&problem, &mut response));
    response
}
