//! Bearer tokens (`Authorization: Bearer …`).

use axum::extract::FromRequestParts;
use axum_extra::TypedHeader;
use axum_extra::headers::Authorization;
use axum_extra::headers::authorization::Bearer as BearerToken;
use http::request::Parts;
use parvis_contract::problem::ProblemKind;

use super::problem::Refusal;

/// The bearer token of a request. Never log it.
pub struct Bearer(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Bearer {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        TypedHeader::<Authorization<BearerToken>>::from_request_parts(parts, state)
            .await
            .map(|TypedHeader(authorization)| Self(authorization.token().to_owned()))
            .map_err(|_| Refusal::new(ProblemKind::TokenRefused))
    }
}
