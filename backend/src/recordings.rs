//! Recordings of rooms: those of the conference server, without those that their owner has deleted.
//!
//! The conference server's identifier of a recording is enough to play it, and servers in front of the portal log
//! addresses: so outside this module a recording is named by a pseudonym of it.

mod ready;

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::DbErr;

use crate::clock::{Clock, Moment};
use crate::conference::{Conference, ConferenceError, Recording};
use crate::config::Config;
use crate::keys::Keys;
use crate::live::LiveMeetings;
use crate::mail::Outbox;
use crate::meetings::meeting_id;
use crate::random::Random;
use crate::signed_token;
use crate::storage::Store;
use crate::storage::rooms::{Room, TAKE_BACK};

pub(crate) use ready::ReportError;

/// The recordings of rooms.
pub(crate) struct Recordings {
    /// The configuration.
    pub config: Arc<Config>,
    /// The deletions, and what is new.
    pub store: Store,
    /// The client of the conference server, which keeps the recordings.
    pub conference: Arc<Conference>,
    /// The keys for pseudonyms. A new first key changes all of them.
    pub keys: Keys,
    /// Tells open pages what is new.
    pub live: Arc<LiveMeetings>,
    /// Sends the mails about recordings, if the instance sends mails.
    pub outbox: Option<Arc<Outbox>>,
    /// The clock.
    pub clock: Clock,
    /// The random source.
    pub random: Random,
}

/// A recording, and the name of it in addresses.
pub(crate) struct NamedRecording {
    /// The pseudonym of its identifier.
    pub pseudonym: String,
    /// The recording.
    pub recording: Recording,
}

/// The recordings of a room, the newest first.
#[derive(Default)]
pub(crate) struct RoomRecordings {
    /// Those that are not deleted.
    pub active: Vec<NamedRecording>,
    /// Those whose deletion can be undone.
    pub deleted: Vec<NamedRecording>,
    /// Whether the conference server has more than are listed.
    pub is_incomplete: bool,
}

/// An error about a recording.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RecordingError {
    /// The room has no such recording.
    #[error("there is no such recording")]
    NotFound,
    /// It was deleted too long ago.
    #[error("the deletion is too old")]
    RestorationOver,
    /// The conference server cannot protect recordings.
    #[error("the conference server cannot protect recordings")]
    ProtectionUnavailable,
    /// The conference server failed.
    #[error(transparent)]
    Conference(#[from] ConferenceError),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Recordings {
    /// The recordings of a room.
    pub(crate) async fn of(&self, room: &Room) -> Result<RoomRecordings, RecordingError> {
        let found = self.conference.recordings(&meeting_id(room)).await?;
        let deletions = self.store.deleted_recordings(room.id).await?;
        let deletions: HashMap<String, Moment> = deletions.into_iter().collect();
        let since = self.clock.now().minus(TAKE_BACK);
        let mut all = RoomRecordings {
            is_incomplete: found.is_incomplete,
            ..RoomRecordings::default()
        };
        for recording in found.recordings {
            let deleted_at = deletions.get(&recording.id);
            let named = NamedRecording {
                pseudonym: self.pseudonym(&recording.id),
                recording,
            };
            match deleted_at {
                None => all.active.push(named),
                Some(deleted_at) if *deleted_at > since => all.deleted.push(named),
                Some(_) => {}
            }
        }
        Ok(all)
    }

    /// A recording of the room that is not deleted. The conference server accepts identifiers of any room.
    pub(crate) async fn active(
        &self,
        room: &Room,
        pseudonym: &str,
    ) -> Result<Recording, RecordingError> {
        let all = self.of(room).await?;
        find(all.active, pseudonym)
    }

    /// A recording of the room, also one whose deletion can be undone.
    pub(crate) async fn active_or_deleted(
        &self,
        room: &Room,
        pseudonym: &str,
    ) -> Result<Recording, RecordingError> {
        let RoomRecordings {
            active, deleted, ..
        } = self.of(room).await?;
        find(active.into_iter().chain(deleted), pseudonym)
    }

    /// Renames a recording.
    pub(crate) async fn rename(
        &self,
        recording: &Recording,
        name: &str,
    ) -> Result<(), RecordingError> {
        let id = &recording.id;
        found(self.conference.rename_recording(id, name).await?)
    }

    /// Publishes a recording, or withdraws it.
    pub(crate) async fn publish(
        &self,
        recording: &Recording,
        published: bool,
    ) -> Result<(), RecordingError> {
        let id = &recording.id;
        found(self.conference.publish_recording(id, published).await?)
    }

    /// Protects a recording, or not. A server that cannot do so would ignore it without saying so.
    pub(crate) async fn protect(
        &self,
        recording: &Recording,
        protected: bool,
    ) -> Result<(), RecordingError> {
        if recording.is_protected.is_none() {
            return Err(RecordingError::ProtectionUnavailable);
        }
        let id = &recording.id;
        found(self.conference.protect_recording(id, protected).await?)
    }

    /// Deletes a recording of a room; does nothing if it is already deleted.
    pub(crate) async fn delete(
        &self,
        room: &Room,
        recording: &Recording,
    ) -> Result<(), RecordingError> {
        let now = self.clock.now();
        self.store
            .delete_recording(room.id, &recording.id, now)
            .await?;
        self.live.recordings_changed();
        Ok(())
    }

    /// Restores a deleted recording; does nothing if it is not deleted. The conference server is not asked, so that
    /// its failure does not let the time run out.
    pub(crate) async fn restore(&self, room: &Room, pseudonym: &str) -> Result<(), RecordingError> {
        let deletions = self.store.deleted_recordings(room.id).await?;
        let mut ids = deletions.into_iter().map(|(id, _)| id);
        let Some(id) = ids.find(|id| self.pseudonym(id) == pseudonym) else {
            return Ok(());
        };
        let now = self.clock.now();
        if self.store.restore_recording(room.id, &id, now).await? {
            self.live.recordings_changed();
            Ok(())
        } else {
            Err(RecordingError::RestorationOver)
        }
    }

    fn pseudonym(&self, id: &str) -> String {
        signed_token::pseudonym(&self.keys, format!("recording {id}").as_bytes())
    }
}

fn find(
    recordings: impl IntoIterator<Item = NamedRecording>,
    pseudonym: &str,
) -> Result<Recording, RecordingError> {
    let mut recordings = recordings.into_iter();
    let named = recordings.find(|named| named.pseudonym == pseudonym);
    Ok(named.ok_or(RecordingError::NotFound)?.recording)
}

/// An error if the conference server has lost a recording since it was listed.
fn found(is_found: bool) -> Result<(), RecordingError> {
    if is_found {
        Ok(())
    } else {
        Err(RecordingError::NotFound)
    }
}
