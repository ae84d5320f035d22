//! `POST /api/v1/rooms/{id}/invitation/{what}/renew`: renews one means of inviting.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::invitation::{Invitation, Renewable};
use parvis_contract::problem::{Problem, ProblemKind};

use super::owned;
use crate::auth::signed_in::SignedIn;
use crate::meetings::Meetings;
use crate::storage::Store;
use crate::web::answers::ForOwnerOfStanding;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RenewPath};

/// Renews one means of inviting to a room of the asker's, and answers all of them. The old one opens
/// nothing any more; the others stay what they are.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/invitation/{what}/renew", tag = "rooms",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("what" = Renewable, Path, description = "What to renew"),
    ),
    responses(
        ForOwnerOfStanding,
        (status = 200, body = Invitation, description = "With the new one"),
        (status = 404, body = Problem, description = "No such room of the asker's, or nothing of that name"),
    ),
)]
pub async fn renew(
    State(store): State<Store>,
    State(meetings): State<Arc<Meetings>>,
    SignedIn(account): SignedIn,
    RenewPath { id, what }: RenewPath,
) -> Result<Json<Invitation>, Refusal> {
    let room = owned(&store, &account, id).await?;
    if !meetings.renew(id, what).await? {
        return Err(Refusal::new(ProblemKind::DeletedByYou));
    }
    let room = owned(&store, &account, room.id).await?;
    Ok(Json(meetings.invitation_now(&room).await?))
}
