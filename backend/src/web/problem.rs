//! The one way in which a request is refused.
//!
//! A handler returns `Result<_, Refusal>`. Which one to use:
//!
//! - what the person can mend (a name, a link, a limit): `Refusal::new(ProblemKind::…)`, with
//!   [`Refusal::field`] or [`Refusal::limit`] where they help;
//! - what the conference server did: `?` on
//!   [`ConferenceError`](crate::conference::ConferenceError);
//! - what the database did: `?` on [`DbErr`]; the person reads that the service is unavailable or
//!   failed, the log says why.
//!
//! [`complete`] writes the answer, as only it knows the request's id.

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use parvis_contract::problem::{FieldError, MEDIA_TYPE, Problem, ProblemKind};
use parvis_contract::text::TextError;
use sea_orm::DbErr;
use tower_http::request_id::RequestId;

/// A request that is refused, and why.
#[derive(Clone, Debug)]
pub struct Refusal {
    kind: ProblemKind,
    detail: Option<String>,
    errors: Vec<FieldError>,
    limit: Option<u64>,
    /// For the log only.
    cause: Option<String>,
}

impl Refusal {
    /// A refusal of this kind.
    #[must_use]
    pub fn new(kind: ProblemKind) -> Self {
        Self {
            kind,
            detail: None,
            errors: Vec::new(),
            limit: None,
            cause: None,
        }
    }

    /// A field that is refused.
    #[must_use]
    pub fn field(field: &str, reason: TextError) -> Self {
        let error = FieldError {
            field: field.to_owned(),
            reason,
        };
        Self {
            detail: Some(format!("{field}: {reason}")),
            errors: vec![error],
            ..Self::new(ProblemKind::Invalid)
        }
    }

    /// Says what happened here.
    #[must_use]
    pub fn detail(self, detail: impl Into<String>) -> Self {
        Self {
            detail: Some(detail.into()),
            ..self
        }
    }

    /// Names the limit that was reached.
    #[must_use]
    pub fn limit(self, limit: u64) -> Self {
        Self {
            limit: Some(limit),
            ..self
        }
    }

    /// Remembers, for the log only, what led here. Must not hold a secret.
    #[must_use]
    pub fn cause(self, cause: &impl std::error::Error) -> Self {
        let mut text = cause.to_string();
        let mut source = cause.source();
        while let Some(error) = source {
            text = format!("{text}: {error}");
            source = error.source();
        }
        Self {
            cause: Some(text),
            ..self
        }
    }
}

impl From<DbErr> for Refusal {
    fn from(error: DbErr) -> Self {
        let kind = match error {
            DbErr::Conn(_) | DbErr::ConnectionAcquire(_) => ProblemKind::Unavailable,
            _ => ProblemKind::Internal,
        };
        Self::new(kind).cause(&error)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
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
    if refusal.kind.status() >= 500 {
        tracing::error!(kind = refusal.kind.urn(), cause = refusal.cause, "refused");
    }
    let problem = Problem {
        detail: refusal.detail,
        request_id: id,
        errors: refusal.errors,
        limit: refusal.limit,
        ..Problem::from(refusal.kind)
    };
    match serde_json::to_vec(&problem) {
        Ok(body) => {
            let media_type = HeaderValue::from_static(MEDIA_TYPE);
            response
                .headers_mut()
                .insert(header::CONTENT_TYPE, media_type);
            *response.body_mut() = Body::from(body);
        }
        Err(error) => tracing::error!(%error, "a problem could not be written"),
    }
    response
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
