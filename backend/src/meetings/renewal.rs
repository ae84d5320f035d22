//! Renewing a link, the code or the PIN.

use parvis_contract::invitation::Renewable;
use parvis_contract::role::LinkKind;

use super::{MeetingError, Meetings};
use crate::storage::numbers::NumberKind;
use crate::storage::rooms::Room;

impl Meetings {
    /// Renews one part of a room's invitation; returns whether the room exists and still has the same owner.
    pub async fn renew(&self, room: &Room, what: Renewable) -> Result<bool, MeetingError> {
        match what {
            Renewable::Moderator => self.renew_link(room, LinkKind::Moderator).await,
            Renewable::Attendee => self.renew_link(room, LinkKind::Attendee).await,
            Renewable::Authenticated => self.renew_link(room, LinkKind::Authenticated).await,
            Renewable::Code => self.renew_number(room, NumberKind::Code).await,
            // There is no PIN without a telephone.
            Renewable::Pin if self.config.phone_number.is_none() => Err(MeetingError::NoTelephone),
            Renewable::Pin => self.renew_number(room, NumberKind::Pin).await,
        }
    }

    async fn renew_link(&self, room: &Room, kind: LinkKind) -> Result<bool, MeetingError> {
        let key = self.links.signing_key();
        Ok(self
            .store
            .renew_link(room.owner_id, room.id, kind, key, self.clock.now())
            .await?)
    }

    async fn renew_number(&self, room: &Room, purpose: NumberKind) -> Result<bool, MeetingError> {
        let now = self.clock.now();
        let (owner, random) = (room.owner_id, &self.random);
        let renewed = self
            .store
            .renew_number(owner, room.id, purpose, random, now);
        Ok(renewed.await?)
    }
}
