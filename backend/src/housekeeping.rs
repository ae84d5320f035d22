//! What is over is forgotten, now and then. Nothing depends on it: whatever has an end is also
//! checked when it is read.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::DbErr;
use uuid::Uuid;

use crate::clock::Clock;
use crate::conference::{Conference, ConferenceError};
use crate::live::LiveMeetings;
use crate::storage::Store;

const EVERY: Duration = Duration::from_mins(10);

/// A temporary meeting that has just been opened has nobody in it yet.
const JUST_OPENED: Duration = Duration::from_mins(10);

/// What is over, and where it is known.
pub struct Housekeeping {
    store: Store,
    conference: Arc<Conference>,
    live: Arc<LiveMeetings>,
    clock: Clock,
}

impl Housekeeping {
    /// That of `store`; `conference` says which temporary meetings are over, when `live` lets it be asked.
    #[must_use]
    pub fn new(
        store: Store,
        conference: Arc<Conference>,
        live: Arc<LiveMeetings>,
        clock: Clock,
    ) -> Self {
        Self {
            store,
            conference,
            live,
            clock,
        }
    }

    /// Forgets what is over, for as long as the backend runs.
    pub async fn run(self) {
        let mut ticks = tokio::time::interval(EVERY);
        loop {
            ticks.tick().await;
            if let Err(error) = self.once().await {
                tracing::warn!(%error, "housekeeping will be tried again");
            }
        }
    }

    /// Forgets what is over.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn once(&self) -> Result<(), DbErr> {
        let now = self.clock.now();
        self.store.forget_expired_sessions(now).await?;
        self.store.forget_expired_sign_ins(now).await?;
        self.store.forget_expired_attendee_sessions(now).await?;
        self.store.forget_wrong_codes(now).await?;
        self.store.forget_deleted_rooms(now).await?;
        self.store.free_rested_numbers(now).await?;
        // The last, as the conference server may take its time.
        self.forget_temporary_meetings().await
    }

    /// Forgets the temporary meetings that are over: the conference server knows them no more, or their
    /// day is over.
    async fn forget_temporary_meetings(&self) -> Result<(), DbErr> {
        let now = self.clock.now();
        let meetings = self.store.temporary_meetings().await?;
        // A server that fails once is left alone until the next time.
        let mut answers = true;
        for meeting in meetings {
            let day_is_over = meeting.temporary_until.is_some_and(|until| until <= now);
            let is_old = meeting.created_at <= now.minus(JUST_OPENED);
            let mut is_gone = false;
            if answers && is_old && !day_is_over {
                match self.is_known(meeting.id).await {
                    Ok(is_known) => is_gone = !is_known,
                    Err(error) => {
                        tracing::warn!(%error, "which temporary meetings are over is not known");
                        answers = false;
                    }
                }
            }
            if day_is_over || is_gone {
                self.store.forget_temporary_meeting(meeting.id, now).await?;
            }
        }
        Ok(())
    }

    /// Whether the conference server knows a meeting. Each is asked for by itself: a list that leaves one out may
    /// be incomplete, and forgetting cannot be taken back.
    async fn is_known(&self, meeting: Uuid) -> Result<bool, ConferenceError> {
        self.live.idle_turn().await;
        Ok(self
            .conference
            .meeting(&meeting.to_string())
            .await?
            .is_some())
    }
}
