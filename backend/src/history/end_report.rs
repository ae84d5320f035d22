//! Reports of the conference server that a meeting has ended.

use std::time::Duration;

use sea_orm::DbErr;
use uuid::Uuid;

use super::History;
use crate::conference::{ConferenceError, MeetingNonce};
use crate::keys::KeyPurpose;
use crate::signed_token;
use crate::storage::rooms::Room;

/// The path at which the backend takes reports.
const MEETING_ENDED: &str = "/api/v1/callbacks/meeting-ended";

/// How long a report waits for the rate limit of queries. The conference server reports again.
const QUEUE_TIMEOUT: Duration = Duration::from_secs(5);

/// Why a report is refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EndReportError {
    /// Its token is not of this service, or of another room.
    #[error("the token is not valid")]
    Unsigned,
    /// The conference server does not say that the meeting has ended.
    #[error("the meeting has not ended")]
    Running,
    /// Too many queries are waiting, or one about the room.
    #[error("too many queries are waiting")]
    Overloaded,
    /// The conference server failed.
    #[error(transparent)]
    Conference(#[from] ConferenceError),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl History {
    /// The address at which the conference server reports the end of the meeting that is created with this nonce;
    /// `None` if it is not to be recorded, or there is no signing key.
    pub(crate) fn report_address(&self, room: &Room, nonce: MeetingNonce) -> Option<String> {
        if !self.keeps(room) {
            return None;
        }
        let content = [&room.id.as_bytes()[..], &nonce.0].concat();
        let key = self.keys.signing_id();
        let token = signed_token::sign(&self.keys, key, KeyPurpose::MeetingEnds, &content)?;
        let address = self.config.backend_address(MEETING_ENDED);
        Some(format!("{address}?token={token}"))
    }

    /// Takes a report: asks the conference server, and records the end of those of the room's meetings that it does not
    /// know any more. `meeting` is the identifier that the report names. A repetition has no effect.
    pub(crate) async fn take_end_report(
        &self,
        token: &str,
        meeting: Option<&str>,
    ) -> Result<(), EndReportError> {
        let (room, nonce) = self.read(token).ok_or(EndReportError::Unsigned)?;
        if meeting.is_some_and(|meeting| meeting != room.to_string()) {
            return Err(EndReportError::Unsigned);
        }
        // Read before the question: what is created after it is not part of the answer.
        let mut open = self.store.open_meetings_of(room).await?;
        if open.is_empty() {
            return Ok(());
        }
        // Everybody in a meeting can repeat a report: a room has one place in the queue.
        let _asking = self.asked.begin(room).ok_or(EndReportError::Overloaded)?;
        tokio::time::timeout(QUEUE_TIMEOUT, self.live.acquire_idle())
            .await
            .map_err(|_| EndReportError::Overloaded)?;
        let known = self.conference.meeting(&room.to_string()).await?;
        if let Some(meeting) = known
            && !meeting.has_ended
        {
            if meeting.nonce == Some(nonce) {
                return Err(EndReportError::Running);
            }
            open.retain(|key| key.create_time != meeting.create_time);
        }
        let now = self.clock.now();
        self.store.end_meetings(&open, now).await?;
        self.live.changed(room);
        Ok(())
    }

    /// The room and the nonce of a token.
    fn read(&self, token: &str) -> Option<(Uuid, MeetingNonce)> {
        let verified = signed_token::verify(&self.keys, KeyPurpose::MeetingEnds, token)?;
        let (room, nonce) = verified.content.split_first_chunk()?;
        Some((
            Uuid::from_bytes(*room),
            MeetingNonce(nonce.try_into().ok()?),
        ))
    }
}
