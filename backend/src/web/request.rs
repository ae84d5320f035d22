//! Extractors of the body, query and path, which refuse with problem details.

use std::time::Duration;

use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderMap, header};
use parvis_contract::invitation::Renewable;
use parvis_contract::problem::ProblemKind;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::body;
use super::objects::Strict;
use super::problem::Refusal;

/// How long a body may take: 64 kB at 17 kbit/s.
const BODY_TIMEOUT: Duration = Duration::from_secs(30);

/// A JSON body of a request or response. Arrays are refused for objects.
pub struct Json<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        // The parser's error would contain the input, perhaps the secret of a link.
        let malformed = || Refusal::new(ProblemKind::Malformed);
        if !is_json(request.headers()) {
            return Err(Refusal::new(ProblemKind::UnsupportedMediaType));
        }
        let body = body::read(request, state, BODY_TIMEOUT).await?;
        // Parsed twice: from the text, which detects duplicate fields, and strictly, which refuses arrays for
        // objects.
        serde_json::from_slice::<T>(&body).map_err(|_| malformed())?;
        let value = serde_json::from_slice(&body).map_err(|_| malformed())?;
        T::deserialize(Strict(value))
            .map(Self)
            .map_err(|_| malformed())
    }
}

/// An optional JSON body; an absent one, or `null`, is the default, for older clients.
pub struct OptionalJson<T>(pub T);

impl<S: Send + Sync, T: Default + DeserializeOwned> FromRequest<S> for OptionalJson<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        if request.headers().contains_key(header::CONTENT_TYPE) {
            let Json(value) = Json::<Option<T>>::from_request(request, state).await?;
            return Ok(Self(value.unwrap_or_default()));
        }
        Ok(Self(T::default()))
    }
}

/// The fields of a form, or a JSON body: other servers send either.
pub struct FormOrJson<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for FormOrJson<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        if media_type(request.headers()).as_deref() != Some(FORM) {
            let Json(value) = Json::from_request(request, state).await?;
            return Ok(Self(value));
        }
        let body = body::read(request, state, BODY_TIMEOUT).await?;
        // As that of JSON, the error may contain the input.
        serde_urlencoded::from_bytes(&body)
            .map(Self)
            .map_err(|_| Refusal::new(ProblemKind::Malformed))
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

/// Whether the content type is JSON.
fn is_json(headers: &HeaderMap) -> bool {
    media_type(headers).is_some_and(|media_type| {
        media_type == "application/json"
            || (media_type.starts_with("application/") && media_type.ends_with("+json"))
    })
}

/// The content type without parameters, in lower case.
fn media_type(headers: &HeaderMap) -> Option<String> {
    let announced = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let media_type = announced.split(';').next()?;
    Some(media_type.trim().to_ascii_lowercase())
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// The query string.
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

/// The `{id}` in the address of a room.
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

/// The `{id}` and `{recording}` in the address of a recording.
pub struct RecordingPath {
    /// The room.
    pub room: Uuid,
    /// The pseudonym of the recording.
    pub recording: String,
}

impl<S: Send + Sync> FromRequestParts<S> for RecordingPath {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path((room, recording)) = Path::<(String, String)>::from_request_parts(parts, state)
            .await
            .map_err(|_| Refusal::new(ProblemKind::NotFound))?;
        let room =
            Uuid::parse_str(&room).map_err(|_| Refusal::new(ProblemKind::RoomIdMalformed))?;
        Ok(Self { room, recording })
    }
}

/// The `{id}` and `{delegate}` in the address of a delegate.
pub struct DelegatePath {
    /// The room.
    pub room: Uuid,
    /// The delegation.
    pub delegate: Uuid,
}

impl<S: Send + Sync> FromRequestParts<S> for DelegatePath {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path((room, delegate)) = Path::<(String, String)>::from_request_parts(parts, state)
            .await
            .map_err(|_| Refusal::new(ProblemKind::NotFound))?;
        let room =
            Uuid::parse_str(&room).map_err(|_| Refusal::new(ProblemKind::RoomIdMalformed))?;
        let delegate =
            Uuid::parse_str(&delegate).map_err(|_| Refusal::new(ProblemKind::NotFound))?;
        Ok(Self { room, delegate })
    }
}

/// The `{id}` and `{file}` in the address of a file.
pub struct FilePath {
    /// The room.
    pub room: Uuid,
    /// The file.
    pub file: Uuid,
}

impl<S: Send + Sync> FromRequestParts<S> for FilePath {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path((room, file)) = Path::<(String, String)>::from_request_parts(parts, state)
            .await
            .map_err(|_| Refusal::new(ProblemKind::NotFound))?;
        let room =
            Uuid::parse_str(&room).map_err(|_| Refusal::new(ProblemKind::RoomIdMalformed))?;
        let file = Uuid::parse_str(&file).map_err(|_| Refusal::new(ProblemKind::FileNotFound))?;
        Ok(Self { room, file })
    }
}

/// The `{ticket}` in the address of a waiting page.
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

/// The `{id}` and `{what}` in the address of a renewal.
pub struct RenewPath {
    /// The room.
    pub id: Uuid,
    /// The part of the invitation to renew.
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
