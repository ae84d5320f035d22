//! Housekeeping: deletes expired data periodically. Correctness does not depend on it: every expiry is also
//! checked on reading.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::DbErr;
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::clock::Clock;
use crate::conference::{Conference, ConferenceError};
use crate::files::Files;
use crate::history::History;
use crate::live::LiveMeetings;
use crate::mail;
use crate::storage::Store;
use crate::unused::Unused;

const INTERVAL: Duration = Duration::from_mins(10);

/// How long a temporary meeting is kept without anybody in it.
const JUST_OPENED: Duration = Duration::from_mins(10);

/// How much longer mails are kept than they are tried.
const MAIL_MARGIN: Duration = Duration::from_hours(24);

/// Deletes expired data.
pub struct Housekeeping {
    pub(crate) store: Store,
    /// Tells which temporary meetings have ended.
    pub(crate) conference: Arc<Conference>,
    /// Limits the rate of asking it.
    pub(crate) live: Arc<LiveMeetings>,
    /// The meetings of permanent rooms.
    pub(crate) history: Arc<History>,
    /// Deletes files that are no longer kept, if the instance keeps any.
    pub(crate) files: Option<Arc<Files>>,
    /// Deletes rooms and accounts that nobody uses, if any are.
    pub(crate) unused: Option<Unused>,
    /// How long events of the audit trail are kept.
    pub(crate) audit_kept: Duration,
    /// The newest change of a list of rooms that was looked at when changes were merged.
    pub(crate) last_merged: Mutex<Option<i64>>,
    pub(crate) clock: Clock,
}

impl Housekeeping {
    /// Runs until the backend stops.
    pub async fn run(self) {
        let mut ticks = tokio::time::interval(INTERVAL);
        loop {
            ticks.tick().await;
            if let Err(error) = self.once().await {
                tracing::warn!(%error, "housekeeping will be tried again");
            }
        }
    }

    /// Deletes what has expired.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn once(&self) -> Result<(), DbErr> {
        let now = self.clock.now();
        self.store.forget_expired_sessions(now).await?;
        self.store.forget_expired_attendee_sessions(now).await?;
        self.store.forget_daily_counts(now).await?;
        let before = now.minus(self.audit_kept);
        self.store.forget_audit_events(before).await?;
        self.store.forget_wrong_codes(now).await?;
        self.store.forget_deleted_rooms(now).await?;
        self.store.forget_purged_accounts().await?;
        self.store.release_retired_numbers(now).await?;
        self.store.forget_removed_recordings(now).await?;
        self.store.forget_ready_recordings(now).await?;
        let mut last = self.last_merged.lock().await;
        *last = Some(self.store.merge_room_list_changes(*last).await?);
        drop(last);
        self.history.forget_old().await?;
        self.forget_mails().await?;
        if let Some(files) = &self.files {
            files.remove_due().await?;
            files.remove_orphans().await?;
        }
        // Last, as the conference server may be slow.
        self.remove_recordings().await?;
        self.forget_temporary_meetings().await?;
        self.history.look_after_open().await?;
        if let Some(unused) = &self.unused {
            unused.purge().await?;
        }
        Ok(())
    }

    /// Deletes mails that no node has given up: the instance no longer sends any.
    async fn forget_mails(&self) -> Result<(), DbErr> {
        let before = self.clock.now().minus(mail::TRIED + MAIL_MARGIN);
        let deleted = self.store.forget_mails_before(before).await?;
        if deleted > 0 {
            tracing::warn!(deleted, "mails were given up without an attempt");
        }
        Ok(())
    }

    /// Has the conference server delete the recordings whose deletion can no longer be undone. When the
    /// server fails, the others wait for the next run.
    async fn remove_recordings(&self) -> Result<(), DbErr> {
        let now = self.clock.now();
        for id in self.store.recordings_to_remove(now).await? {
            match self.conference.delete_recording(&id).await {
                // One that the server no longer has is deleted as well.
                Ok(_) => self.store.recording_removed(&id, now).await?,
                // This one is refused; another may not be.
                Err(error @ ConferenceError::Refused(_)) => {
                    tracing::warn!(%error, "a recording is not deleted");
                }
                Err(error) => {
                    tracing::warn!(%error, "recordings are not deleted yet");
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Deletes the temporary meetings that the conference server no longer knows, or whose day has passed.
    async fn forget_temporary_meetings(&self) -> Result<(), DbErr> {
        let now = self.clock.now();
        let meetings = self.store.temporary_meetings(now).await?;
        // After one failure, the server is not asked again until the next run.
        let mut answers = true;
        for meeting in meetings {
            let day_is_over = meeting.temporary_until.is_some_and(|until| until <= now);
            let is_old = meeting.created_at <= now.minus(JUST_OPENED);
            let mut has_ended = false;
            if answers && is_old && !day_is_over {
                match self.is_known(meeting.id).await {
                    Ok(is_known) => has_ended = !is_known,
                    Err(error) => {
                        tracing::warn!(%error, "which temporary meetings are over is not known");
                        answers = false;
                    }
                }
            }
            if day_is_over || has_ended {
                self.store.forget_temporary_meeting(&meeting, now).await?;
            }
        }
        Ok(())
    }

    /// Whether the conference server knows a meeting. Each meeting is queried separately: a list may be
    /// incomplete, and deletion cannot be undone.
    async fn is_known(&self, meeting: Uuid) -> Result<bool, ConferenceError> {
        self.live.acquire_idle().await;
        Ok(self
            .conference
            .meeting(&meeting.to_string())
            .await?
            .is_some())
    }
}
