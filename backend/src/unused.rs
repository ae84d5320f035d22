//! Deletes rooms and accounts that nobody has used for long, after a warning by mail.
//!
//! The owner gets one mail of everything that is to go, [`WARNING`] before. It is deleted once the mail server has had the
//! mail for so long, and nobody has used it since. A mail that was given up, and a warning that is too old, is followed by
//! another one, never by a deletion. `storage::unused` says what is unused; every condition is checked again in the
//! transaction that warns or deletes, so that nodes may do this at the same time.

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
use crate::storage::unused::{Term, Terms, Unwarned, WARNING};

/// How many rooms and accounts are warned of, and deleted, in one run. A mail server takes no flood of mails well, and the
/// database is for others too. What is warned of faster than it is deleted would be warned of again.
const MOST_ROOMS: u64 = 100;
const MOST_ACCOUNTS: u64 = 100;

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
        self.store.forget_warnings(now).await?;
        if self.config.unused.accounts.is_some() {
            self.store.adopt_accounts(now).await?;
        }
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
        let Terms { rooms, accounts } = self.terms();
        if let Some(term) = rooms {
            self.delete_rooms(term).await?;
        }
        if let Some(term) = accounts {
            self.delete_accounts(term).await?;
        }
        Ok(())
    }

    fn terms(&self) -> Terms {
        let now = self.clock.now();
        let term = |period: Option<Duration>| period.map(|period| Term { period, now });
        Terms {
            rooms: term(self.config.unused.rooms),
            accounts: term(self.config.unused.accounts),
        }
    }

    async fn delete_rooms(&self, term: Term) -> Result<(), PurgeError> {
        for room in self.store.rooms_to_purge(term, MOST_ROOMS).await? {
            let now = self.clock.now();
            if !self.may_run(std::slice::from_ref(&room)).await?
                && self.store.purge_room(&room, term, now).await?
            {
                self.live.delegations_changed();
            }
        }
        Ok(())
    }

    async fn delete_accounts(&self, term: Term) -> Result<(), PurgeError> {
        for account in self.store.accounts_to_purge(term, MOST_ACCOUNTS).await? {
            let rooms = self.store.rooms_of_account(account).await?;
            let now = self.clock.now();
            if !self.may_run(&rooms).await? && self.store.purge_account(account, term, now).await? {
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

    /// Also asked of a room of which no meeting is recorded: the answer to its creation may have been lost.
    async fn runs(&self, room: &Room) -> Result<bool, ConferenceError> {
        self.live.acquire_idle().await;
        let meeting = self.conference.meeting(&room.id.to_string()).await?;
        Ok(meeting.is_some_and(|meeting| !meeting.has_ended))
    }

    /// Warns owners of what will be deleted.
    async fn warn(&self) -> Result<(), DbErr> {
        let terms = self.terms();
        let mut warned_of = 0;
        if let Some(term) = terms.accounts {
            for owner in self.store.accounts_to_warn(term, MOST_ACCOUNTS).await? {
                warned_of += self.warn_owner(owner, terms).await?;
            }
        }
        if let Some(term) = terms.rooms {
            let mut rooms = 0;
            for owner in self.store.owners_to_warn(term, MOST_ROOMS).await? {
                if rooms >= MOST_ROOMS {
                    break;
                }
                rooms += self.warn_owner(owner, terms).await?;
            }
            warned_of += rooms;
        }
        if warned_of > 0 {
            tracing::info!(warned_of, "owners are warned of deletions");
            if let Some(outbox) = &self.outbox {
                outbox.wake();
            }
        }
        Ok(())
    }

    /// Returns of how many rooms and accounts it warns.
    async fn warn_owner(&self, owner: Uuid, terms: Terms) -> Result<u64, DbErr> {
        let now = self.clock.now();
        let id = self.random.uuid(now);
        let compose = |unwarned: Unwarned| self.mail(id, unwarned, now);
        let warned_of = self.store.warn_owner(owner, terms, now, compose).await?;
        Ok(u64::try_from(warned_of).unwrap_or(u64::MAX))
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
