//! Renewing a link, the code or the PIN.

use parvis_contract::invitation::Renewable;
use parvis_contract::role::LinkKind;
use uuid::Uuid;

use super::{MeetingError, Meetings};
use crate::storage::numbers::NumberKind;

impl Meetings {
    /// Renews one part of a room's invitation; returns whether the room exists.
    pub async fn renew(&self, room: Uuid, what: Renewable) -> Result<bool, MeetingError> {
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

    async fn renew_link(&self, room: Uuid, kind: LinkKind) -> Result<bool, MeetingError> {
        let key = self.links.signing_key();
        Ok(self.store.renew_link(room, kind, key).await?)
    }

    async fn renew_number(&self, room: Uuid, purpose: NumberKind) -> Result<bool, MeetingError> {
        let now = self.clock.now();
        let renewed = self.store.renew_number(room, purpose, &self.random, now);
        Ok(renewed.await?)
    }
}
