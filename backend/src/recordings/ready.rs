//! Recordings that are ready: what the conference server reports, and who is told.

use sea_orm::DbErr;
use uuid::Uuid;

use super::Recordings;
use crate::clock::Moment;
use crate::conference::NotSigned;
use crate::mail::RecordingReadyMail;
use crate::storage::outgoing_mails::NewMail;
use crate::storage::ready_recordings::ReadyOutcome;
use crate::storage::rooms::Room;

/// Why a report that a recording is ready is refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReportError {
    /// The conference server has not signed it.
    #[error(transparent)]
    Unsigned(#[from] NotSigned),
    /// The portal has no such permanent room, or no longer, or the recording belongs to another one.
    #[error("there is no such room")]
    NoRoom,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Recordings {
    /// Takes a report of the conference server. There may be several about a recording, one for each format: the
    /// first one counts.
    pub(crate) async fn take_report(&self, token: &str) -> Result<(), ReportError> {
        let report = self.conference.read_ready_report(token)?;
        let id = report.room.ok_or(ReportError::NoRoom)?;
        let room = self.store.room(id).await?.ok_or(ReportError::NoRoom)?;
        let mail = self.ready_mail(&room).await?;
        let now = self.clock.now();
        let outcome = self
            .store
            .recording_ready(room.id, &report.recording, mail, now)
            .await?;
        match outcome {
            ReadyOutcome::First => {
                self.live.recordings_changed();
                if let Some(outbox) = &self.outbox {
                    outbox.wake();
                }
                Ok(())
            }
            ReadyOutcome::Repeated => Ok(()),
            ReadyOutcome::NoRoom => Err(ReportError::NoRoom),
            ReadyOutcome::OfAnotherRoom => {
                tracing::warn!("a recording is reported for another room than before");
                Err(ReportError::NoRoom)
            }
        }
    }

    /// Notes that an account has seen the recordings of a room that were ready as of a list. The caller has checked
    /// that it may.
    pub(crate) async fn mark_seen(
        &self,
        account: Uuid,
        room: &Room,
        as_of: Moment,
    ) -> Result<(), DbErr> {
        self.store.recordings_seen(account, room.id, as_of).await?;
        self.live.recordings_changed();
        Ok(())
    }

    /// The mail to the owner of the room, if the instance sends mails and the owner has an address.
    async fn ready_mail(&self, room: &Room) -> Result<Option<NewMail>, DbErr> {
        if self.outbox.is_none() {
            return Ok(None);
        }
        let Some(recipient) = self.store.email_of(room.owner_id).await? else {
            return Ok(None);
        };
        let page = format!("/salles/{}/enregistrements", room.id);
        let mail = RecordingReadyMail {
            room_name: &room.name,
            page: &self.config.portal_address(&page),
            service_name: &self.config.instance.service_name,
            language: room.language,
        };
        let id = self.random.uuid(self.clock.now());
        Ok(Some(mail.compose(id, recipient)))
    }
}
