//! `Authorization: Bearer …`

use axum::extract::FromRequestParts;
use http::header;
use http::request::Parts;
use parvis_contract::problem::ProblemKind;

use super::problem::Refusal;

/// The bearer token of a request. Never log it.
pub struct Bearer(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Bearer {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| Self(token.trim().to_owned()))
            .ok_or_else(|| Refusal::new(ProblemKind::TokenRefused))
    }
}
