//! What a request carries (JSON body, query, path), refused as problems.

use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use parvis_contract::invitation::Renewable;
use parvis_contract::problem::ProblemKind;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::problem::Refusal;

/// A JSON body, in or out.
pub struct Json<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        match axum::Json::from_request(request, state).await {
            Ok(axum::Json(value)) => Ok(Self(value)),
            // The parser's own words would repeat what was sent, a link's secret perhaps.
            Err(JsonRejection::MissingJsonContentType(_)) => {
                Err(Refusal::new(ProblemKind::UnsupportedMediaType))
            }
            Err(rejection) if rejection.status() == http::StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Refusal::new(ProblemKind::TooLarge))
            }
            Err(_) => Err(Refusal::new(ProblemKind::Malformed)),
        }
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// The query of an address.
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        axum::extract::Query::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Query(query)| Self(query))
            .map_err(|_| Refusal::new(ProblemKind::Malformed))
    }
}

/// The `{id}` of a room's address.
pub struct RoomPath(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for RoomPath {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path(id) = Path::<Uuid>::from_request_parts(parts, state)
            .await
            .map_err(|_| Refusal::new(ProblemKind::RoomIdMalformed))?;
        Ok(Self(id))
    }
}

/// The `{ticket}` of a waiting page's address.
pub struct Ticket(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Ticket {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path(ticket) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| Refusal::new(ProblemKind::TicketUnknown))?;
        Ok(Self(ticket))
    }
}

/// The `{id}` and `{what}` of an address that renews something.
pub struct RenewPath {
    /// The room.
    pub id: Uuid,
    /// What to renew of its invitation.
    pub what: Renewable,
}

impl<S: Send + Sync> FromRequestParts<S> for RenewPath {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path((id, what)) = Path::<(String, String)>::from_request_parts(parts, state)
            .await
            .map_err(|_| Refusal::new(ProblemKind::NotFound))?;
        let id = Uuid::parse_str(&id).map_err(|_| Refusal::new(ProblemKind::RoomIdMalformed))?;
        let what = Renewable::ALL
            .into_iter()
            .find(|known| known.word() == what)
            .ok_or_else(|| Refusal::new(ProblemKind::NotFound))?;
        Ok(Self { id, what })
    }
}
