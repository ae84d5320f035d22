//! What the secret of a link opens now.

use sea_orm::DbErr;

use crate::clock::Clock;
use crate::links::{Capability, LinkSigner, Way};
use crate::storage::Store;
use crate::storage::rooms::Room;

/// Why a secret opens nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LinkError {
    /// This service has not signed it.
    #[error("the link is unknown")]
    Unknown,
    /// Another took its place.
    #[error("the link was renewed")]
    Renewed,
    /// Its room was deleted.
    #[error("the room is deleted")]
    RoomDeleted,
    /// Its temporary meeting is over.
    #[error("the meeting is over")]
    MeetingOver,
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Finds the rooms that secrets open.
#[derive(Clone)]
pub(crate) struct LinkResolver {
    store: Store,
    links: LinkSigner,
    clock: Clock,
}

impl LinkResolver {
    /// One for the rooms of `store`.
    pub fn new(store: Store, links: LinkSigner, clock: Clock) -> Self {
        Self {
            store,
            links,
            clock,
        }
    }

    /// What a secret opens. A secret that this service has not signed is unknown, whatever it says;
    /// only the holder of a once-valid one learns that it was renewed or that its room is gone.
    pub async fn resolve(&self, secret: &str) -> Result<(Room, Capability), LinkError> {
        let (capability, key) = self.links.read(secret).ok_or(LinkError::Unknown)?;
        let room = self.store.room(capability.room).await?;
        let room = room.ok_or(LinkError::Unknown)?;
        if !room.is_open_at(self.clock.now()) {
            return Err(if room.temporary_until.is_some() {
                LinkError::MeetingOver
            } else {
                LinkError::RoomDeleted
            });
        }
        let newest_key = match capability.way {
            Way::Link(kind) => self.links.key_of(room.link_key(kind)),
            // Given for the moment in which a code is typed.
            Way::Code => self.links.signing_key(),
        };
        if room.generation(capability.way) != capability.generation || newest_key != key {
            return Err(LinkError::Renewed);
        }
        Ok((room, capability))
    }
}
