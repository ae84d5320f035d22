//! Invitation data of a room, for the owner's dialog and for the meeting's text.

use parvis_contract::invitation::{DialIn, Invitation};
use parvis_contract::role::LinkKind;
use uuid::Uuid;

use super::{MeetingError, Meetings, telephone};
use crate::links::{Capability, EntryMethod};
use crate::storage::numbers::RoomNumbers;
use crate::storage::rooms::Room;

impl Meetings {
    /// The current invitation data of a room. The caller has checked that the person may have them.
    pub(crate) async fn invitation_now(&self, room: &Room) -> Result<Invitation, MeetingError> {
        let mut invitation = self.invitation(room).await?;
        if let Some(own) = invitation.dial_in.take() {
            invitation.pin_changes = telephone::pin_changes(self, room).await?;
            invitation.dial_in = if !invitation.pin_changes {
                Some(own)
            } else if self.is_running(room).await {
                Some(telephone::in_force(room, own))
            } else {
                None
            };
        }
        Ok(invitation)
    }

    /// The invitation data of a room with its own PIN, with which its next meeting is created.
    pub(crate) async fn invitation(&self, room: &Room) -> Result<Invitation, MeetingError> {
        let numbers = self.numbers(room).await?;
        self.compose(room, numbers)
    }

    /// The invitation data of several rooms, for who cannot ask again when a meeting runs: without a telephone where
    /// the conference server gives each meeting a PIN of its own; `pin_replaced` is what is expected of rooms that had no
    /// meeting. Rooms that were deleted meanwhile are left out.
    pub(crate) async fn invitations(
        &self,
        rooms: &[Room],
        pin_replaced: bool,
    ) -> Result<Vec<(Uuid, Invitation)>, MeetingError> {
        let ids: Vec<Uuid> = rooms.iter().map(|room| room.id).collect();
        let mut numbers = self.store.numbers_of_rooms(&ids).await?;
        let mut invitations = Vec::with_capacity(rooms.len());
        for room in rooms {
            let Some(numbers) = numbers.remove(&room.id) else {
                continue;
            };
            let mut invitation = self.compose(room, numbers)?;
            if room.pin_replaced.unwrap_or(pin_replaced) {
                invitation.dial_in = None;
            }
            invitations.push((room.id, invitation));
        }
        Ok(invitations)
    }

    /// Whether the conference server is expected to replace the PINs of rooms that had no meeting: it did so for that of
    /// another room. Without a telephone, it does not matter.
    pub(crate) async fn expects_replaced_pins(&self) -> Result<bool, MeetingError> {
        Ok(self.config.phone_number.is_some() && self.store.last_pin_replaced().await?)
    }

    fn compose(&self, room: &Room, numbers: RoomNumbers) -> Result<Invitation, MeetingError> {
        let RoomNumbers { code, pin } = numbers;
        let authenticated_link = match &self.config.attendees {
            Some(_) => Some(self.link(room, LinkKind::Authenticated)?),
            None => None,
        };
        Ok(Invitation {
            code,
            sip: self
                .config
                .sip_host
                .as_ref()
                .map(|host| format!("{code}@{host}")),
            moderator_link: self.link(room, LinkKind::Moderator)?,
            attendee_link: self.link(room, LinkKind::Attendee)?,
            authenticated_link,
            dial_in: self
                .config
                .phone_number
                .clone()
                .map(|number| DialIn { number, pin }),
            pin_changes: false,
            room_name: room.name.clone(),
        })
    }

    /// The address of a link. The secret is in the fragment, which browsers do not send to servers.
    fn link(&self, room: &Room, kind: LinkKind) -> Result<String, MeetingError> {
        let entry = EntryMethod::Link(kind);
        let capability = Capability {
            room: room.id,
            entry,
            generation: room.generation(entry),
        };
        let key = self.links.key_of(room.link_key(kind));
        let secret = self
            .links
            .secret(&capability, key)
            .ok_or(MeetingError::NoKey)?;
        Ok(self
            .config
            .portal_address(&format!("/rejoindre/{}#{secret}", kind.word())))
    }
}
