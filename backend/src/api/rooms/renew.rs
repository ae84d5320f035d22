//! `POST /api/v1/rooms/{id}/invitation/{what}/renew`: renews one part of the invitation.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::invitation::{Invitation, Renewable};
use parvis_contract::problem::{Problem, ProblemKind};

use super::owned;
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::meetings::Meetings;
use crate::storage::Store;
use crate::storage::daily_counts::DailyAction;
use crate::web::answers::ForOwnerOfActiveRoom;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RenewPath};

/// How often an account renews something in a day: each code and PIN that is retired leaves fewer for others.
const RENEWALS_A_DAY: u64 = 500;

/// Renews one part of the invitation of a room of the caller, and returns the whole invitation. The old part
/// becomes invalid; the others stay unchanged.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/invitation/{what}/renew", tag = "rooms",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("what" = Renewable, Path, description = "What to renew"),
    ),
    responses(
        ForOwnerOfActiveRoom,
        (status = 200, body = Invitation, description = "With the new one"),
        (status = 404, body = Problem, description = "The caller has no such room, or there is no such part of an invitation"),
        (status = 429, body = Problem, description = "The limit of a day is reached"),
    ),
)]
pub async fn renew(
    State(store): State<Store>,
    State(meetings): State<Arc<Meetings>>,
    State(clock): State<Clock>,
    SignedIn(account): SignedIn,
    RenewPath { id, what }: RenewPath,
) -> Result<Json<Invitation>, Refusal> {
    let room = owned(&store, &account, id).await?;
    store
        .count_action(
            account.id,
            DailyAction::Renewal,
            RENEWALS_A_DAY,
            clock.now(),
        )
        .await??;
    if !meetings.renew(&room, what).await? {
        // Deleted meanwhile, or handed over.
        owned(&store, &account, id).await?;
        return Err(Refusal::new(ProblemKind::Unavailable));
    }
    let room = owned(&store, &account, room.id).await?;
    Ok(Json(meetings.invitation_now(&room).await?))
}
