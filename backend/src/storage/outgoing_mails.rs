//! Mails that are not sent yet. Each is written in the transaction of what it tells of, and deleted once it is sent
//! or given up.
//!
//! A node claims a mail for a while. If it dies meanwhile, another node may claim the mail after that time.

use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::entity::outgoing_mail::{ActiveModel, Column, Entity, Model};
use super::{Store, Write, unused};
use crate::clock::Moment;

/// A mail to send. No `Debug`: address and texts must not be logged.
#[derive(Clone)]
pub struct NewMail {
    /// The identifier, from which recipients recognize a mail that they receive twice.
    pub id: Uuid,
    /// The address.
    pub recipient: String,
    /// The subject, in one line.
    pub subject: String,
    /// The text.
    pub plain_text: String,
    /// The same as an HTML document.
    pub html: String,
}

/// A mail that this node has claimed.
pub struct ClaimedMail {
    /// The mail.
    pub mail: NewMail,
    /// When it was written.
    pub created_at: Moment,
    /// How many times nodes have tried to send it, including this time.
    pub attempts: u32,
    /// The end of the claim.
    until: Moment,
}

impl ClaimedMail {
    fn new(row: Model, until: Moment) -> Self {
        Self {
            mail: NewMail {
                id: row.id,
                recipient: row.recipient,
                subject: row.subject,
                plain_text: row.plain_text,
                html: row.html,
            },
            created_at: row.created_at,
            attempts: row.attempts.unsigned_abs().saturating_add(1),
            until,
        }
    }
}

/// The mails that wait to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingMails {
    /// How many there are, with those that nodes are sending.
    pub count: u64,
    /// When the oldest was written; `None` if there is none.
    pub oldest: Option<Moment>,
}

impl Store {
    /// The mails that wait to be sent, at whichever node.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn waiting_mails(&self) -> Result<WaitingMails, DbErr> {
        // Identifiers begin with the time, so both queries are answered by their index, whatever the size of the texts.
        let count: Option<i64> = Entity::find()
            .select_only()
            .expr(Expr::col(Column::Id).count())
            .into_tuple()
            .one(&self.db)
            .await?;
        let oldest = Entity::find()
            .select_only()
            .column(Column::CreatedAt)
            .order_by_asc(Column::Id)
            .into_tuple()
            .one(&self.db)
            .await?;
        Ok(WaitingMails {
            count: count.unwrap_or_default().unsigned_abs(),
            oldest,
        })
    }

    /// Claims the mail that has been due for the longest time until `until`; `None` if none is due.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn claim_mail(
        &self,
        now: Moment,
        until: Moment,
    ) -> Result<Option<ClaimedMail>, DbErr> {
        loop {
            let due = Entity::find()
                .filter(Column::DueAt.lte(now))
                .order_by_asc(Column::DueAt)
                .one(&self.db)
                .await?;
            let Some(row) = due else {
                return Ok(None);
            };
            let _lock = self.write_lock().await?;
            let claimed = Entity::update_many()
                .col_expr(Column::DueAt, Expr::value(until.0))
                .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
                .filter(Column::Id.eq(row.id))
                // Unchanged: no other node has claimed it since.
                .filter(Column::DueAt.eq(row.due_at))
                .exec(&self.db)
                .await?;
            if claimed.rows_affected == 1 {
                return Ok(Some(ClaimedMail::new(row, until)));
            }
        }
    }

    /// Deletes a mail that the server has taken, unless the claim has ended, and records that with the warning that the
    /// mail is, if it is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn mail_sent(&self, claimed: &ClaimedMail, now: Moment) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        Entity::delete_many()
            .filter(Column::Id.eq(claimed.mail.id))
            .filter(Column::DueAt.eq(claimed.until))
            .exec(&*write)
            .await?;
        unused::warning_sent(&write, claimed.mail.id, now).await?;
        write.commit().await
    }

    /// Deletes a mail that is given up; does nothing if the claim has ended.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_mail(&self, claimed: &ClaimedMail) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        Entity::delete_many()
            .filter(Column::Id.eq(claimed.mail.id))
            .filter(Column::DueAt.eq(claimed.until))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Ends the claim: the mail is due at `due_at`. Does nothing if the claim has ended.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn postpone_mail(&self, claimed: &ClaimedMail, due_at: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        Entity::update_many()
            .col_expr(Column::DueAt, Expr::value(due_at.0))
            .filter(Column::Id.eq(claimed.mail.id))
            .filter(Column::DueAt.eq(claimed.until))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Deletes the mails that were written before `time`; returns their number.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_mails_before(&self, time: Moment) -> Result<u64, DbErr> {
        let _lock = self.write_lock().await?;
        let deleted = Entity::delete_many()
            .filter(Column::CreatedAt.lt(time))
            .exec(&self.db)
            .await?;
        Ok(deleted.rows_affected)
    }
}

/// Writes a mail, due now.
pub(super) async fn enqueue(write: &Write, mail: NewMail, now: Moment) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(mail.id),
        recipient: Set(mail.recipient),
        subject: Set(mail.subject),
        plain_text: Set(mail.plain_text),
        html: Set(mail.html),
        created_at: Set(now),
        attempts: Set(0),
        due_at: Set(now),
    };
    Entity::insert(row).exec_without_returning(&**write).await?;
    Ok(())
}
