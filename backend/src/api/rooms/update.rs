//! `PATCH /api/v1/rooms/{id}`: changes a room. Its links, its code and its PIN stay what they are.

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::room::{RoomName, UpdateRoom};

use super::owned;
use crate::app::App;
use crate::auth::signed_in::SignedIn;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Changes a room of the asker's.
#[utoipa::path(
    patch, path = "/api/v1/rooms/{id}", tag = "rooms", request_body = UpdateRoom,
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        (status = 204, description = "Changed"),
        (status = 400, body = Problem, description = "Not the identifier of a room"),
        (status = 401, body = Problem, description = "Nobody is signed in"),
        (status = 404, body = Problem, description = "No such room of the asker's"),
        (status = 410, body = Problem, description = "The asker has deleted it"),
        (status = 422, body = Problem, description = "The name is refused"),
    ),
)]
pub async fn update(
    State(app): State<App>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
    Json(change): Json<UpdateRoom>,
) -> Result<StatusCode, Refusal> {
    let room = owned(&app, &account, id).await?;
    if let Some(name) = change.name {
        let name = RoomName::parse(&name).map_err(|reason| Refusal::field("name", reason))?;
        if !app.store.rename_room(room.id, &name).await? {
            return Err(Refusal::new(ProblemKind::DeletedByYou));
        }
    }
    Ok(StatusCode::NO_CONTENT)
}
