//! `POST /api/v1/rooms`: creates a room.

use std::sync::Arc;

use axum::extract::State;
use http::{HeaderMap, StatusCode};
use parvis_contract::options::RoomOptions;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::room::{CreateRoom, Room, RoomName};

use super::{changed, to_wire};
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::config::Config;
use crate::links::LinkSigner;
use crate::random::Random;
use crate::storage::Store;
use crate::storage::rooms::{CreateError, Lasting, ListedRoom, NewRoom, Standing};
use crate::web::answers::ForSignedIn;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// The header that makes a repeated request, whose first response was lost, create nothing twice.
const IDEMPOTENCY_KEY: &str = "idempotency-key";
const LONGEST_KEY: usize = 64;

/// Creates a room of the caller, with its code, its PIN and its links.
#[utoipa::path(
    post, path = "/api/v1/rooms", tag = "rooms", request_body = CreateRoom,
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 64, pattern = "^[!-~]*$",
        description = "The same key and body again answer the room that the first request made")),
    responses(
        ForSignedIn,
        (status = 201, body = Room, description = "The room"),
        (status = 409, body = Problem, description = "The limit of rooms is reached"),
        (status = 410, body = Problem, description = "The room that the first request made is deleted"),
        (status = 422, body = Problem, description = "The name or an option is refused, or the key was used with another body"),
        (status = 429, body = Problem, description = "The limit of a day is reached"),
        (status = 503, body = Problem, description = "The database is busy or does not answer"),
        (status = 507, body = Problem, description = "There is no room left to store anything"),
    ),
)]
#[expect(clippy::too_many_arguments, reason = "each is what it uses")]
pub async fn create(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(links): State<LinkSigner>,
    State(clock): State<Clock>,
    State(random): State<Random>,
    SignedIn(account): SignedIn,
    headers: HeaderMap,
    Json(request): Json<CreateRoom>,
) -> Result<(StatusCode, Json<Room>), Refusal> {
    let name = RoomName::parse(&request.name).map_err(|reason| Refusal::field("name", reason))?;
    let options = changed(&RoomOptions::default(), request.options)?;
    let limit = config.instance.max_rooms;
    let new_room = NewRoom {
        owner_id: account.id,
        name: &name,
        creation_key: idempotency_key(&headers)?,
        options: &options,
        language: request.language.unwrap_or_default(),
        link_key: links.signing_key(),
        lasting: Lasting::Permanent {
            limit,
            a_day: config.creations_a_day(),
        },
    };
    let now = clock.now();
    match store.create_room(new_room, &random, now).await {
        Ok(room) => {
            let listed = ListedRoom::new(room, false, Standing::Owner { delegates: 0 });
            Ok((StatusCode::CREATED, Json(to_wire(listed))))
        }
        Err(CreateError::Limit) => Err(Refusal::new(ProblemKind::RoomLimit).limit(limit)),
        Err(CreateError::OtherRequest) => Err(key_used_elsewhere()),
        Err(CreateError::DailyLimit(reached)) => Err(reached.into()),
        Err(CreateError::Deleted) => Err(Refusal::new(ProblemKind::DeletedByYou)),
        Err(CreateError::Db(error)) => Err(error.into()),
    }
}

/// The refusal of an idempotency key that belongs to another request.
pub(in crate::api) fn key_used_elsewhere() -> Refusal {
    Refusal::new(ProblemKind::IdempotencyKeyReused)
}

pub(in crate::api) fn idempotency_key(headers: &HeaderMap) -> Result<Option<&str>, Refusal> {
    let Some(value) = headers.get(IDEMPOTENCY_KEY) else {
        return Ok(None);
    };
    match value.to_str() {
        Ok(key) if (1..=LONGEST_KEY).contains(&key.len()) => Ok(Some(key)),
        _ => Err(Refusal::new(ProblemKind::Malformed)
            .detail("Idempotency-Key: 1 to 64 visible ASCII characters")),
    }
}
