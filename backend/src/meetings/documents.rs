//! Gives the files of a room to its meetings.

use std::sync::Arc;
use std::time::Duration;

use super::{MeetingError, Meetings, meeting_id};
use crate::conference::{Conference, ConferenceError, Document, MessageKey};
use crate::config::Config;
use crate::files::{FileError, Files};
use crate::storage::files::StoredFile;
use crate::storage::rooms::Room;

/// The pauses before a failed call is repeated.
const PAUSES: [Duration; 3] = [
    Duration::from_secs(1),
    Duration::from_secs(5),
    Duration::from_secs(20),
];

/// How long the server may take for one file: it fetches all of them before it answers.
const TIME_FOR_FILE: Duration = Duration::from_secs(20);

/// How long a person waits for the server to take a file. The app waits a little longer.
const TIME_FOR_PERSON: Duration = Duration::from_secs(15);

impl Meetings {
    /// Gives the files of a room to its meeting, which was just created, in the background: they must neither delay nor
    /// prevent it.
    pub(super) fn give_files(&self, room: &Room) {
        let Some(files) = self
            .files
            .clone()
            .filter(|_| room.temporary_until.is_none())
        else {
            return;
        };
        let giver = Giver {
            config: Arc::clone(&self.config),
            conference: Arc::clone(&self.conference),
            files,
            meeting: meeting_id(room),
        };
        let room = room.id;
        tokio::spawn(async move {
            let all = match giver.files.of(room).await {
                Ok(all) => all,
                Err(error) => {
                    tracing::error!(%error, "a meeting has no files");
                    return;
                }
            };
            let is_active = |file: &StoredFile| file.is_complete && file.deleted_at.is_none();
            let active: Vec<StoredFile> = all.into_iter().filter(is_active).collect();
            giver.give_all(&active).await;
        });
    }

    /// Gives a file to the running meeting of its room; what the meeting shows does not change.
    pub(crate) async fn present(&self, room: &Room, file: &StoredFile) -> Result<(), MeetingError> {
        let files = self.files.clone().ok_or(MeetingError::NotRunning)?;
        let running = self.live.meeting(room.id, |_| true).await?;
        if running.is_none() {
            return Err(MeetingError::NotRunning);
        }
        let giver = Giver {
            config: Arc::clone(&self.config),
            conference: Arc::clone(&self.conference),
            files,
            meeting: meeting_id(room),
        };
        let mut document = giver.document(file)?;
        document.is_current = false;
        giver.give(&[document], TIME_FOR_PERSON).await?;
        Ok(())
    }
}

/// Gives files to a meeting.
struct Giver {
    config: Arc<Config>,
    conference: Arc<Conference>,
    files: Arc<Files>,
    /// The meeting's identifier on the conference server.
    meeting: String,
}

impl Giver {
    async fn give_all(&self, files: &[StoredFile]) {
        if files.is_empty() {
            return;
        }
        let count = u32::try_from(files.len()).unwrap_or(u32::MAX);
        let timeout = TIME_FOR_FILE.saturating_mul(count);
        let mut pauses = PAUSES.into_iter();
        loop {
            // Signed anew each time, as addresses expire.
            let documents = files.iter().map(|file| self.document(file)).collect();
            let documents: Vec<Document> = match documents {
                Ok(documents) => documents,
                Err(error) => {
                    tracing::error!(%error, "a meeting has no files");
                    return;
                }
            };
            let Err(error) = self.give(&documents, timeout).await else {
                return;
            };
            let pause = pauses.next().filter(|_| may_be_repeated(&error));
            let Some(pause) = pause else {
                tracing::warn!(%error, "a meeting has no files");
                return;
            };
            tokio::time::sleep(pause).await;
        }
    }

    async fn give(&self, documents: &[Document], timeout: Duration) -> Result<(), ConferenceError> {
        self.conference
            .insert_documents(&self.meeting, documents, timeout)
            .await
    }

    fn document(&self, file: &StoredFile) -> Result<Document, FileError> {
        Ok(Document {
            url: self.config.backend_address(&self.files.address(file.id)?),
            name: file.name.clone(),
            is_current: file.is_first,
            is_downloadable: file.is_downloadable,
        })
    }
}

/// Whether the server has certainly not taken the files, so that they are not there twice after a repetition: it was
/// not reached, or refuses before it fetches anything. With other errors, it may go on behind a proxy that no longer
/// waits for it. A balancer may not know a new meeting for a moment.
fn may_be_repeated(error: &ConferenceError) -> bool {
    match error {
        ConferenceError::Unreachable(error) => error.is_connect(),
        ConferenceError::Status(503) | ConferenceError::Refused(MessageKey::NotFound) => true,
        ConferenceError::Slow
        | ConferenceError::Status(_)
        | ConferenceError::Unreadable(_)
        | ConferenceError::Refused(_) => false,
    }
}
