//! `GET /api/v1/rooms/{id}/invitation`: what the owner passes on. Nobody else receives it here.

use axum::extract::State;
use parvis_contract::code::{CodeError, ConnectionCode, Pin};
use parvis_contract::invitation::{DialIn, Invitation};
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::role::LinkKind;

use super::owned;
use crate::app::App;
use crate::auth::signed_in::SignedIn;
use crate::links::Capability;
use crate::meetings;
use crate::storage::rooms::Room;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// The invitation data of a room of the asker's.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}/invitation", tag = "rooms",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        (status = 200, body = Invitation, description = "For its owner only"),
        (status = 400, body = Problem, description = "Not the identifier of a room"),
        (status = 401, body = Problem, description = "Nobody is signed in"),
        (status = 404, body = Problem, description = "No such room of the asker's"),
        (status = 410, body = Problem, description = "The asker has deleted it"),
    ),
)]
pub async fn invitation(
    State(app): State<App>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<Json<Invitation>, Refusal> {
    let room = owned(&app, &account, id).await?;
    let numbers = meetings::numbers(&app, &room).await?;
    let damaged = |error: CodeError| Refusal::new(ProblemKind::Internal).cause(&error);
    let pin = Pin::parse(&numbers.pin.to_string()).map_err(damaged)?;
    let number = app.config.phone_number.clone();
    Ok(Json(Invitation {
        code: ConnectionCode::parse(&numbers.code.to_string()).map_err(damaged)?,
        moderator_link: link(&app, &room, LinkKind::Moderator),
        attendee_link: link(&app, &room, LinkKind::Attendee),
        authenticated_link: app
            .config
            .attendees
            .is_some()
            .then(|| link(&app, &room, LinkKind::Authenticated)),
        dial_in: number.map(|number| DialIn { number, pin }),
        room_name: room.name,
    }))
}

/// The address of a link. The secret stands in the fragment, which browsers send to no server.
fn link(app: &App, room: &Room, kind: LinkKind) -> String {
    let capability = Capability {
        room: room.id,
        kind,
        generation: room.generation(kind),
    };
    let secret = app.links.secret(&capability);
    app.config
        .portal_address(&format!("/rejoindre/{}#{secret}", kind.word()))
}
