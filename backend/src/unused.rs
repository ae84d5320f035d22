//! Deletes rooms and accounts that nobody has used for long, after a warning by mail.
//!
//! The owner gets one mail of everything that is to go, [`WARNING`] before. It is deleted once the mail server has had the
//! mail for so long, and nobody has used it since. A mail that was given up is followed by another one, never by a
//! deletion. `storage::unused` says what is unused; every condition is checked again in the transaction that warns or
//! deletes, so that nodes may do this at the same time.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::DbErr;
use uuid::Uuid;

use crate::clock::{Clock, Moment};
use crate::conference::{Conference, ConferenceError};
use crate::config::{Config, UnusedSettings};
use crate::live::LiveMeetings;
use crate::mail::{Outbox, UnusedMail};
use crate::random::Random;
use crate::storage::Store;
use crate::storage::outgoing_mails::NewMail;
use crate::storage::rooms::Room;
use crate::storage::unused::{Expiry, UnusedSince, Unwarned};

/// How long before a deletion the owner is warned.
const WARNING: Duration = Duration::from_hours(30 * 24);

/// How many owners are warned, and how many rooms and accounts are deleted, in one run. A mail server takes no flood of
/// mails well, and the database is for others too.
const MOST_WARNED: u64 = 100;
const MOST_ROOMS: u64 = 100;
const MOST_ACCOUNTS: u64 = 20;

/// Deletes what nobody uses.
pub(crate) struct Unused {
    pub config: Arc<Config>,
    pub store: Store,
    /// Tells which rooms have a running meeting.
    pub conference: Arc<Conference>,
    /// Limits the rate of asking it, and tells owners and delegates of deletions.
    pub live: Arc<LiveMeetings>,
    /// Sends the warnings.
    pub outbox: Option<Arc<Outbox>>,
    pub clock: Clock,
    pub random: Random,
}

/// Why not everything is deleted that is to go.
#[derive(Debug, thiserror::Error)]
enum PurgeError {
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The conference server does not tell what runs.
    #[error(transparent)]
    Conference(#[from] ConferenceError),
}

impl Unused {
    /// Whether anything is to be deleted, and its owners can be warned.
    pub(crate) fn is_wanted(&self) -> bool {
        self.config.unused != UnusedSettings::default() && self.outbox.is_some()
    }

    /// Deletes some of what is to go, and warns some owners; the others wait for the next run.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn purge(&self) -> Result<(), DbErr> {
        let now = self.clock.now();
        self.store.adopt_unused(now).await?;
        self.store.forget_old_warnings(now).await?;
        match self.delete().await {
            Ok(()) => {}
            Err(PurgeError::Conference(error)) => {
                tracing::warn!(%error, "what nobody uses is not deleted yet");
            }
            Err(PurgeError::Db(error)) => return Err(error),
        }
        self.warn().await
    }

    async fn delete(&self) -> Result<(), PurgeError> {
        let UnusedSettings { rooms, accounts } = self.config.unused;
        if let Some(period) = rooms {
            self.delete_rooms(self.expiry(period)).await?;
        }
        if let Some(period) = accounts {
            self.delete_accounts(self.expiry(period)).await?;
        }
        Ok(())
    }

    fn expiry(&self, period: Duration) -> Expiry {
        let now = self.clock.now();
        Expiry {
            unused_since: now.minus(period),
            warned_until: now.minus(WARNING),
        }
    }

    async fn delete_rooms(&self, expiry: Expiry) -> Result<(), PurgeError> {
        for room in self.store.rooms_to_purge(expiry, MOST_ROOMS).await? {
            let now = self.clock.now();
            if !self.may_run(std::slice::from_ref(&room)).await?
                && self.store.purge_room(&room, expiry, now).await?
            {
                self.live.delegations_changed();
            }
        }
        Ok(())
    }

    async fn delete_accounts(&self, expiry: Expiry) -> Result<(), PurgeError> {
        for account in self.store.accounts_to_purge(expiry, MOST_ACCOUNTS).await? {
            let rooms = self.store.rooms_of_account(account).await?;
            let now = self.clock.now();
            if !self.may_run(&rooms).await?
                && self.store.purge_account(account, expiry, now).await?
            {
                self.live.delegations_changed();
            }
        }
        Ok(())
    }

    /// Whether a meeting of one of the rooms runs, or may run, as the conference server refuses to tell of this one. A
    /// room with a running meeting is in use, which is recorded.
    async fn may_run(&self, rooms: &[Room]) -> Result<bool, PurgeError> {
        for room in rooms {
            match self.runs(room).await {
                Ok(false) => {}
                Ok(true) => {
                    self.store.room_in_use(room.id, self.clock.now()).await?;
                    return Ok(true);
                }
                Err(error @ ConferenceError::Refused(_)) => {
                    tracing::warn!(%error, "whether an unused room has a meeting is not known");
                    return Ok(true);
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(false)
    }

    async fn runs(&self, room: &Room) -> Result<bool, ConferenceError> {
        if room.last_meeting_at.is_none() {
            return Ok(false);
        }
        self.live.acquire_idle().await;
        let meeting = self.conference.meeting(&room.id.to_string()).await?;
        Ok(meeting.is_some_and(|meeting| !meeting.has_ended))
    }

    /// Warns owners of what will be deleted.
    async fn warn(&self) -> Result<(), DbErr> {
        let now = self.clock.now();
        let since = |period: Option<Duration>| Some(now.minus(period?.saturating_sub(WARNING)));
        let since = UnusedSince {
            rooms: since(self.config.unused.rooms),
            accounts: since(self.config.unused.accounts),
        };
        let mut warned = 0_u32;
        for owner in self.store.owners_to_warn(since, MOST_WARNED, now).await? {
            let id = self.random.uuid(now);
            let compose = |unwarned: Unwarned| self.mail(id, unwarned, now);
            let is_warned = self.store.warn_owner(owner, since, now, compose).await?;
            warned += u32::from(is_warned);
        }
        if warned > 0 {
            tracing::info!(warned, "owners are warned of deletions");
            if let Some(outbox) = &self.outbox {
                outbox.wake();
            }
        }
        Ok(())
    }

    fn mail(&self, id: Uuid, unwarned: Unwarned, now: Moment) -> NewMail {
        let mail = UnusedMail {
            rooms: &unwarned.rooms,
            account: unwarned.account.as_deref(),
            date: now.plus(WARNING),
            portal: &self.config.portal_address("/"),
            service_name: &self.config.instance.service_name,
            language: unwarned.language,
        };
        mail.compose(id, unwarned.recipient)
    }
}
