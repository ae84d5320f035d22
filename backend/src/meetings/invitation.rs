//! What lets others in: put together in one place, for the owner's dialog and for the meeting.

use parvis_contract::code::{ConnectionCode, Pin};
use parvis_contract::invitation::{DialIn, Invitation};
use parvis_contract::problem::ProblemKind;
use parvis_contract::role::LinkKind;

use super::{is_running, numbers, telephone};
use crate::app::App;
use crate::links::{Capability, Way};
use crate::storage::numbers::RoomNumbers;
use crate::storage::rooms::Room;
use crate::web::problem::Refusal;

/// The invitation data of a room as its owner hands them out now. Who may have them is the caller's question.
pub(crate) async fn invitation_now(app: &App, room: &Room) -> Result<Invitation, Refusal> {
    let mut invitation = invitation(app, room).await?;
    if let Some(own) = invitation.dial_in.take() {
        invitation.pin_changes = telephone::pin_changes(app, room).await?;
        invitation.dial_in = if !invitation.pin_changes {
            Some(own)
        } else if is_running(app, room).await {
            Some(telephone::in_force(room, own))
        } else {
            None
        };
    }
    Ok(invitation)
}

/// The invitation data of a room, with the PIN that its next meeting is created with.
pub(crate) async fn invitation(app: &App, room: &Room) -> Result<Invitation, Refusal> {
    let numbers = numbers(app, room).await?;
    let code = ConnectionCode::parse(&numbers.code.to_string())
        .map_err(|error| Refusal::new(ProblemKind::Internal).cause(&error))?;
    let pin = own_pin(&numbers)?;
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
        pin_changes: false,
        room_name: room.name.clone(),
    })
}

/// The room's own PIN.
pub(super) fn own_pin(numbers: &RoomNumbers) -> Result<Pin, Refusal> {
    Pin::parse(&numbers.pin.to_string())
        .map_err(|error| Refusal::new(ProblemKind::Internal).cause(&error))
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
