//! Sends the mails that are written to the database. Any node may send any mail; a node that dies while it sends one
//! leaves it to another.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::DbErr;
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};

use super::smtp::{ATTEMPT_TIMEOUT, Failure, Smtp, SmtpError};
use crate::clock::Clock;
use crate::config::Config;
use crate::measure;
use crate::storage::Store;
use crate::storage::outgoing_mails::ClaimedMail;

/// How often mails are looked for that other nodes have written, or that are to be tried again.
const INTERVAL: Duration = Duration::from_secs(10);

/// How often the mails that wait are counted for the metrics.
const COUNT_INTERVAL: Duration = Duration::from_secs(15);

/// How long a node keeps a mail to itself: longer than an attempt takes, and than its end may take to be stored.
const CLAIM: Duration = Duration::from_mins(15);

/// The pauses between attempts; the last one repeats.
const PAUSES: [Duration; 5] = [
    Duration::from_mins(1),
    Duration::from_mins(5),
    Duration::from_mins(30),
    Duration::from_hours(2),
    Duration::from_hours(6),
];

/// How long a mail is tried.
pub(crate) const TRIED: Duration = Duration::from_hours(3 * 24);

/// How often, and after what pause, a sent mail is deleted again when the database fails: it must not be sent twice.
const DELETIONS: u32 = 10;
const DELETION_PAUSE: Duration = Duration::from_secs(5);

const _: () = assert!(
    ATTEMPT_TIMEOUT.as_secs() + DELETIONS as u64 * DELETION_PAUSE.as_secs() < CLAIM.as_secs()
);

/// The mails to send.
pub(crate) struct Outbox {
    smtp: Smtp,
    store: Store,
    clock: Clock,
    written: Notify,
}

impl Outbox {
    /// The outbox of an instance, if it sends mails.
    ///
    /// # Errors
    ///
    /// [`SmtpError`] when the client cannot be made.
    pub(crate) fn of(
        config: &Config,
        store: &Store,
        clock: &Clock,
    ) -> Result<Option<Arc<Self>>, SmtpError> {
        let Some(settings) = &config.mail else {
            return Ok(None);
        };
        Ok(Some(Arc::new(Self {
            smtp: Smtp::new(settings)?,
            store: store.clone(),
            clock: clock.clone(),
            written: Notify::new(),
        })))
    }

    /// Has this node look for mails now, as one was written.
    pub(crate) fn wake(&self) {
        self.written.notify_one();
    }

    /// Sends mails, and counts those that wait, until the backend stops.
    pub(crate) async fn run(&self) {
        // Beside each other: the counts are of interest while a mail server does not answer.
        tokio::join!(self.send(), self.count_waiting());
    }

    async fn send(&self) {
        loop {
            if let Err(error) = self.send_due().await {
                tracing::warn!(%error, "mails will be sent later");
            }
            // Either is a reason to look again.
            let _ = timeout(INTERVAL, self.written.notified()).await;
        }
    }

    async fn count_waiting(&self) {
        let mut ticks = tokio::time::interval(COUNT_INTERVAL);
        loop {
            ticks.tick().await;
            match self.store.waiting_mails().await {
                Ok(waiting) => {
                    let age = waiting.oldest.map(|oldest| oldest.until(self.clock.now()));
                    measure::level("parvis_mails_waiting", waiting.count);
                    let seconds = age.unwrap_or_default().as_secs();
                    measure::level("parvis_oldest_mail_seconds", seconds);
                }
                Err(error) => tracing::warn!(%error, "the mails that wait are not counted"),
            }
        }
    }

    /// Sends the mails that are due; while the server takes none, the others wait.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn send_due(&self) -> Result<(), DbErr> {
        loop {
            let now = self.clock.now();
            let Some(claimed) = self.store.claim_mail(now, now.plus(CLAIM)).await? else {
                return Ok(());
            };
            let sent = self.smtp.send(&claimed.mail, claimed.created_at).await;
            measure::outcome(
                "parvis_mails_total",
                if sent.is_ok() { "sent" } else { "failed" },
            );
            match sent {
                Ok(()) => self.delete_sent(&claimed).await?,
                Err(failure) => {
                    self.postpone_or_give_up(&claimed, failure).await?;
                    if matches!(failure, Failure::NoServer(_)) {
                        return Ok(());
                    }
                }
            }
        }
    }

    async fn delete_sent(&self, claimed: &ClaimedMail) -> Result<(), DbErr> {
        let now = self.clock.now();
        for _ in 1..DELETIONS {
            match self.store.mail_sent(claimed, now).await {
                Ok(()) => return Ok(()),
                Err(error) => {
                    tracing::warn!(mail = %claimed.mail.id, %error, "a sent mail is still stored");
                    sleep(DELETION_PAUSE).await;
                }
            }
        }
        self.store.mail_sent(claimed, now).await
    }

    async fn postpone_or_give_up(
        &self,
        claimed: &ClaimedMail,
        failure: Failure,
    ) -> Result<(), DbErr> {
        let ClaimedMail { mail, attempts, .. } = claimed;
        let due_at = self.clock.now().plus(pause_after(*attempts));
        let is_final = match failure {
            Failure::Refused(_) | Failure::Invalid => true,
            Failure::NotNow(_) | Failure::NoServer(_) => due_at > claimed.created_at.plus(TRIED),
        };
        if is_final {
            tracing::error!(mail = %mail.id, attempts, ?failure, "a mail is given up");
            return self.store.delete_mail(claimed).await;
        }
        tracing::warn!(mail = %mail.id, attempts, ?failure, "a mail will be sent later");
        self.store.postpone_mail(claimed, due_at).await
    }
}

/// The pause after this many attempts.
fn pause_after(attempts: u32) -> Duration {
    let index = usize::try_from(attempts.saturating_sub(1)).unwrap_or(usize::MAX);
    PAUSES[index.min(PAUSES.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_six_hours() {
        let minutes: Vec<u64> = (1..=7)
            .map(|attempts| pause_after(attempts).as_secs() / 60)
            .collect();
        assert_eq!(minutes, [1, 5, 30, 120, 360, 360, 360]);
    }
}
