//! `POST /api/v1/rooms/{id}/invitation/{what}/renew`: renews one means of inviting.

use axum::extract::State;
use parvis_contract::invitation::{Invitation, Renewable};
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::role::LinkKind;

use super::owned;
use crate::app::App;
use crate::auth::signed_in::SignedIn;
use crate::meetings;
use crate::storage::numbers::Purpose;
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
        (status = 200, body = Invitation, description = "With the new one"),
        (status = 400, body = Problem, description = "Not the identifier of a room"),
        (status = 401, body = Problem, description = "Nobody is signed in"),
        (status = 404, body = Problem, description = "No such room of the asker's, or nothing of that name"),
        (status = 410, body = Problem, description = "The asker has deleted it"),
    ),
)]
pub async fn renew(
    State(app): State<App>,
    SignedIn(account): SignedIn,
    RenewPath { id, what }: RenewPath,
) -> Result<Json<Invitation>, Refusal> {
    let room = owned(&app, &account, id).await?;
    let key = app.links.signing_key();
    let now = app.clock.now();
    let is_there = match what {
        Renewable::Moderator => app.store.renew_link(id, LinkKind::Moderator, key).await?,
        Renewable::Attendee => app.store.renew_link(id, LinkKind::Attendee, key).await?,
        Renewable::Authenticated => {
            app.store
                .renew_link(id, LinkKind::Authenticated, key)
                .await?
        }
        Renewable::Code => {
            app.store
                .renew_number(id, Purpose::Code, &app.random, now)
                .await?
        }
        Renewable::Pin => {
            // Absent where nobody can dial.
            if app.config.phone_number.is_none() {
                return Err(Refusal::new(ProblemKind::NotFound));
            }
            app.store
                .renew_number(id, Purpose::Pin, &app.random, now)
                .await?
        }
    };
    if !is_there {
        return Err(Refusal::new(ProblemKind::DeletedByYou));
    }
    let room = owned(&app, &account, room.id).await?;
    Ok(Json(meetings::invitation_now(&app, &room).await?))
}
