//! Sessions. The database has the hash of each token, so a copy of it cannot be used to sign in.

use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait as _, DbErr, EntityTrait as _,
    QueryFilter as _,
};
use uuid::Uuid;

use super::Store;
use super::TokenHash;
use super::accounts::Account;
use super::audit::{self, AuditAction, NewEvent};
use super::entity::{account, session};
use crate::clock::Moment;

/// A session that has not ended.
pub struct OpenSession {
    /// Whose it is.
    pub account: Account,
    /// When it ends, if nobody ends it before.
    pub expires_at: Moment,
}

impl Store {
    /// Opens a session for the holder of a token.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn open_session(
        &self,
        token: TokenHash,
        account_id: Uuid,
        id_token: String,
        expires_at: Moment,
        now: Moment,
    ) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        let row = session::ActiveModel {
            token_hash: Set(token.into()),
            account_id: Set(account_id),
            id_token: Set(id_token),
            expires_at: Set(expires_at),
        };
        session::Entity::insert(row)
            .exec_without_returning(&*write)
            .await?;
        let event = NewEvent {
            action: AuditAction::SignedIn,
            account: Some(account_id),
            room: None,
            detail: None,
        };
        audit::record(&*write, event, now).await?;
        write.commit().await
    }

    /// A valid session.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn session(
        &self,
        token: TokenHash,
        now: Moment,
    ) -> Result<Option<OpenSession>, DbErr> {
        let row = session::Entity::find_by_id(String::from(token))
            .filter(session::Column::ExpiresAt.gt(now))
            .find_also_related(account::Entity)
            .one(&self.db)
            .await?;
        Ok(row.and_then(|(session, account)| {
            Some(OpenSession {
                account: account?.into(),
                expires_at: session.expires_at,
            })
        }))
    }

    /// The identity token of a session, if there is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn session_id_token(&self, token: TokenHash) -> Result<Option<String>, DbErr> {
        let row = session::Entity::find_by_id(String::from(token))
            .one(&self.db)
            .await?;
        Ok(row.map(|row| row.id_token))
    }

    /// Deletes a session, if there is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn close_session(&self, token: TokenHash) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        session::Entity::delete_by_id(String::from(token))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Deletes expired sessions.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_expired_sessions(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        session::Entity::delete_many()
            .filter(session::Column::ExpiresAt.lte(now))
            .exec(&self.db)
            .await?;
        // Pending sign-ins of the release before this one, which may run beside it.
        let pending = Query::delete()
            .from_table("sign_ins")
            .and_where(Expr::col("expires_at").lte(now.0))
            .take();
        self.db.execute(&pending).await?;
        Ok(())
    }
}
