//! `POST /api/v1/rooms/{id}/handover/accept`: accepts a room that its owner hands over.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::{Problem, ProblemKind};

use super::super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::config::Config;
use crate::live::LiveMeetings;
use crate::random::Random;
use crate::storage::Store;
use crate::storage::delegations::AcceptError;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::RoomPath;

/// Makes the caller, to whom the room is offered, its owner, and the former owner a delegate. Links, code, PIN,
/// options, recordings, stars and a running meeting stay. Has no effect on a room that is already the caller's own.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/handover/accept", tag = "delegates", operation_id = "accept_room",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        (status = 204, description = "The room is the caller's own"),
        (status = 409, body = Problem, description = "The room is not offered to the caller, or the limit of rooms is reached"),
    ),
)]
pub async fn accept(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    State(random): State<Random>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, id).await?;
    let limit = config.instance.max_rooms;
    let now = clock.now();
    let accepted = store.accept_room(account.id, room.id, random.uuid(now), limit, now);
    match accepted.await {
        Ok(()) => {
            live.delegations_changed();
            Ok(StatusCode::NO_CONTENT)
        }
        Err(AcceptError::NotFound) => Err(Refusal::new(ProblemKind::RoomNotFound)),
        Err(AcceptError::NotOffered) => Err(Refusal::new(ProblemKind::HandoverNotOffered)),
        Err(AcceptError::Limit) => Err(Refusal::new(ProblemKind::RoomLimit).limit(limit)),
        Err(AcceptError::Db(error)) => Err(error.into()),
    }
}
