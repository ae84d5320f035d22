//! `POST /api/v1/join`: enters a meeting with a link; and `resolve`, which tells where one leads.

pub mod resolve;

use axum::extract::State;
use parvis_contract::join::{Join, JoinOutcome, ParticipantName};
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::role::{LinkKind, Role};

use crate::app::App;
use crate::conference::Person;
use crate::links::Capability;
use crate::meetings;
use crate::storage::rooms::Room;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// Lets the holder of a link in: a moderator starts the meeting, an attendee finds it started or is
/// told that it is not.
#[utoipa::path(
    post, path = "/api/v1/join", tag = "join", request_body = Join,
    responses(
        (status = 200, body = JoinOutcome, description = "The way in, or that it is not open yet"),
        (status = 404, body = Problem, description = "Not a link of this service"),
        (status = 410, body = Problem, description = "The link was renewed, or its room deleted"),
        (status = 422, body = Problem, description = "The name is refused"),
        (status = 501, body = Problem, description = "This kind of link cannot be entered by yet"),
        (status = 502, body = Problem, description = "The conference server refuses"),
        (status = 503, body = Problem, description = "The conference server does not answer"),
        (status = 504, body = Problem, description = "The conference server takes too long"),
    ),
)]
pub async fn join(
    State(app): State<App>,
    Json(wish): Json<Join>,
) -> Result<Json<JoinOutcome>, Refusal> {
    let (room, kind) = open(&app, &wish.secret).await?;
    let name =
        ParticipantName::parse(&wish.name).map_err(|reason| Refusal::field("name", reason))?;
    let person = Person {
        name: name.as_str(),
        role: kind.role(),
        user_id: None,
    };
    if kind == LinkKind::Authenticated {
        // Its holder must sign in at the attendees' provider, which this portal cannot ask yet.
        return Err(Refusal::new(ProblemKind::EntranceUnavailable));
    }
    let url = match kind.role() {
        Role::Moderator => Some(meetings::start(&app, &room, &person).await?),
        Role::Attendee => meetings::enter(&app, &room, &person).await?,
    };
    Ok(Json(match url {
        Some(url) => JoinOutcome::Joined { url: url.into() },
        None => JoinOutcome::NotStarted,
    }))
}

/// What a secret opens. A secret that this service has not signed is unknown, whatever it says;
/// only the holder of a once-valid one learns that it was renewed or that its room is gone.
pub(super) async fn open(app: &App, secret: &str) -> Result<(Room, LinkKind), Refusal> {
    let unknown = || Refusal::new(ProblemKind::LinkUnknown);
    let Capability {
        room,
        kind,
        generation,
    } = app.links.read(secret).ok_or_else(unknown)?;
    let room = app.store.room(room).await?.ok_or_else(unknown)?;
    if room.deleted_at.is_some() {
        return Err(Refusal::new(ProblemKind::RoomDeleted));
    }
    if room.generation(kind) != generation {
        return Err(Refusal::new(ProblemKind::LinkRenewed));
    }
    Ok((room, kind))
}
