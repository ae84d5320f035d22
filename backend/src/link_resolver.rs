//! Resolving the secret of a link to its room.

use sea_orm::DbErr;

use crate::clock::Clock;
use crate::links::{Capability, EntryMethod, LinkSigner};
use crate::storage::Store;
use crate::storage::rooms::Room;

/// Why a link is invalid.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LinkError {
    /// The secret has no valid signature.
    #[error("the link is unknown")]
    Unknown,
    /// The link was renewed.
    #[error("the link was renewed")]
    Renewed,
    /// The room was deleted.
    #[error("the room is deleted")]
    RoomDeleted,
    /// The temporary meeting has ended.
    #[error("the meeting is over")]
    MeetingOver,
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Resolves links.
#[derive(Clone)]
pub(crate) struct LinkResolver {
    store: Store,
    links: LinkSigner,
    clock: Clock,
}

impl LinkResolver {
    /// A resolver for the rooms of `store`.
    pub fn new(store: Store, links: LinkSigner, clock: Clock) -> Self {
        Self {
            store,
            links,
            clock,
        }
    }

    /// The room and the capability of a secret. Only the holder of a formerly valid link learns that it was
    /// renewed or that its room was deleted.
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
        let newest_key = match capability.entry {
            EntryMethod::Link(kind) => self.links.key_of(room.link_key(kind)),
            // Issued when a code is entered, so always with the current key.
            EntryMethod::Code => self.links.signing_key(),
        };
        if room.generation(capability.entry) != capability.generation || newest_key != key {
            return Err(LinkError::Renewed);
        }
        Ok((room, capability))
    }
}
