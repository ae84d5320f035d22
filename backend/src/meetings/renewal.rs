//! Renewing one means of inviting.

use parvis_contract::invitation::Renewable;
use parvis_contract::role::LinkKind;
use uuid::Uuid;

use super::{MeetingError, Meetings};
use crate::storage::numbers::Purpose;

impl Meetings {
    /// Renews one means of inviting to a room; tells whether the room is there.
    pub async fn renew(&self, room: Uuid, what: Renewable) -> Result<bool, MeetingError> {
        match what {
            Renewable::Moderator => self.renew_link(room, LinkKind::Moderator).await,
            Renewable::Attendee => self.renew_link(room, LinkKind::Attendee).await,
            Renewable::Authenticated => self.renew_link(room, LinkKind::Authenticated).await,
            Renewable::Code => self.renew_number(room, Purpose::Code).await,
            // Absent where nobody can dial.
            Renewable::Pin if self.config.phone_number.is_none() => Err(MeetingError::NoTelephone),
            Renewable::Pin => self.renew_number(room, Purpose::Pin).await,
        }
    }

    async fn renew_link(&self, room: Uuid, kind: LinkKind) -> Result<bool, MeetingError> {
        let key = self.links.signing_key();
        Ok(self.store.renew_link(room, kind, key).await?)
    }

    async fn renew_number(&self, room: Uuid, purpose: Purpose) -> Result<bool, MeetingError> {
        let now = self.clock.now();
        let renewed = self.store.renew_number(room, purpose, &self.random, now);
        Ok(renewed.await?)
    }
}
