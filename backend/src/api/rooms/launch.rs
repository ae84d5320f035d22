//! `POST /api/v1/rooms/{id}/launch`: starts the room's meeting and lets its owner or a delegate join.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::problem::Problem;
use parvis_contract::role::Role;
use parvis_contract::room::{Entrance, StartMeeting};

use super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::meetings::{Guest, Meetings};
use crate::storage::Store;
use crate::web::answers::{AsksConference, ForOwnerOrDelegate};
use crate::web::problem::Refusal;
use crate::web::request::{Json, OptionalJson, RoomPath};

/// Starts the meeting of a room that the caller has access to, or joins it if it is running.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/launch", tag = "rooms", request_body = Option<StartMeeting>,
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        AsksConference,
        (status = 200, body = Entrance, description = "For the owner, as a moderator"),
        (status = 409, body = Problem, description = "Another meeting uses the room's PIN"),
    ),
)]
pub async fn launch(
    State(store): State<Store>,
    State(meetings): State<Arc<Meetings>>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
    OptionalJson(request): OptionalJson<StartMeeting>,
) -> Result<Json<Entrance>, Refusal> {
    let mut room = accessible(&store, &account, id).await?;
    // One text is shown to everybody in the meeting: it stays in the owner's language.
    if let Some(language) = request.language
        && room.owner_id == account.id
        && language != room.language
    {
        room.language = language;
        // For later meetings; a failure must not prevent this one.
        if let Err(error) = store.set_room_language(account.id, id, language).await {
            tracing::error!(%error, "the language of a room is not kept");
        }
    }
    let user_id = account.id.to_string();
    let moderator = Guest {
        name: &account.name,
        role: Role::Moderator,
        user_id: Some(&user_id),
        is_authenticated: false,
    };
    let url = meetings.start(&room, &moderator).await?;
    Ok(Json(Entrance { url: url.into() }))
}
