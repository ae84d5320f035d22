//! What lets others in: put together in one place, for the owner's dialog and for the meeting.

use parvis_contract::code::{CodeError, ConnectionCode, Pin};
use parvis_contract::invitation::{DialIn, Invitation};
use parvis_contract::problem::ProblemKind;
use parvis_contract::role::LinkKind;

use super::numbers;
use crate::app::App;
use crate::links::{Capability, Way};
use crate::storage::rooms::Room;
use crate::web::problem::Refusal;

/// The invitation data of a room. Who may have them is the caller's question.
pub(crate) async fn invitation(app: &App, room: &Room) -> Result<Invitation, Refusal> {
    let numbers = numbers(app, room).await?;
    let damaged = |error: CodeError| Refusal::new(ProblemKind::Internal).cause(&error);
    let code = ConnectionCode::parse(&numbers.code.to_string()).map_err(damaged)?;
    let pin = Pin::parse(&numbers.pin.to_string()).map_err(damaged)?;
    let authenticated_link = match &app.config.attendees {
        Some(_) => Some(link(app, room, LinkKind::Authenticated)?),
        None => None,
    };
    Ok(Invitation {
        code,
        sip: app
            .config
            .sip_host
            .as_ref()
            .map(|host| format!("{code}@{host}")),
        moderator_link: link(app, room, LinkKind::Moderator)?,
        attendee_link: link(app, room, LinkKind::Attendee)?,
        authenticated_link,
        dial_in: app
            .config
            .phone_number
            .clone()
            .map(|number| DialIn { number, pin }),
        room_name: room.name.clone(),
    })
}

/// The address of a link. The secret stands in the fragment, which browsers send to no server.
fn link(app: &App, room: &Room, kind: LinkKind) -> Result<String, Refusal> {
    let way = Way::Link(kind);
    let capability = Capability {
        room: room.id,
        way,
        generation: room.generation(way),
    };
    let key = app.link_key(room, kind);
    let secret = app
        .links
        .secret(&capability, key)
        .ok_or_else(|| Refusal::new(ProblemKind::Internal))?;
    Ok(app
        .config
        .portal_address(&format!("/rejoindre/{}#{secret}", kind.word())))
}
