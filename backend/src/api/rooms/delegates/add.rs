//! `POST /api/v1/rooms/{id}/delegates`: adds a delegate.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::delegate::{AddDelegate, Delegate};
use parvis_contract::email::EmailAddress;
use parvis_contract::field::FieldReason;
use parvis_contract::problem::{Problem, ProblemKind};

use super::super::owned;
use super::{no_longer_owned, to_wire};
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::config::Config;
use crate::live::LiveMeetings;
use crate::random::Random;
use crate::storage::Store;
use crate::storage::delegations::{AddDelegateError, NewDelegate};
use crate::web::answers::ForOwnerOfActiveRoom;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Adds a delegate of a room of the caller by e-mail address: whoever signs in at the agents' provider with that
/// verified address becomes one, at once if they are signed in. The answer is the same whether somebody has that
/// address or not. Adding an address again has no effect.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/delegates", tag = "delegates", operation_id = "add_delegate",
    request_body = AddDelegate,
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOfActiveRoom,
        (status = 200, body = Delegate, description = "The delegate, who was one before"),
        (status = 201, body = Delegate, description = "The delegate"),
        (status = 409, body = Problem, description = "The limit of delegates is reached"),
        (status = 422, body = Problem, description = "Not an address, or the caller's own"),
    ),
)]
#[expect(clippy::too_many_arguments, reason = "each is what it uses")]
pub async fn add(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    State(random): State<Random>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
    Json(request): Json<AddDelegate>,
) -> Result<(StatusCode, Json<Delegate>), Refusal> {
    let room = owned(&store, &account, id).await?;
    let email =
        EmailAddress::parse(&request.email).map_err(|reason| Refusal::field("email", reason))?;
    let limit = config.instance.max_delegates;
    let now = clock.now();
    let new = NewDelegate {
        owner_id: account.id,
        room_id: room.id,
        email: &email,
        id: random.uuid(now),
        limit,
    };
    match store.add_delegate(new, now).await {
        Ok((delegate, true)) => {
            live.delegations_changed();
            Ok((StatusCode::CREATED, Json(to_wire(delegate))))
        }
        Ok((delegate, false)) => Ok((StatusCode::OK, Json(to_wire(delegate)))),
        Err(AddDelegateError::NotOwner) => Err(no_longer_owned(&store, &account, id).await),
        Err(AddDelegateError::Own) => Err(Refusal::field("email", FieldReason::OwnAddress)),
        Err(AddDelegateError::Limit) => Err(Refusal::new(ProblemKind::DelegateLimit).limit(limit)),
        Err(AddDelegateError::Db(error)) => Err(error.into()),
    }
}
