//! Who is signed in. The database holds the hash of each token, so a copy of it signs nobody in.

use sea_orm::{ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::Store;
use super::TokenHash;
use super::accounts::Account;
use super::entity::{account, session};
use crate::clock::Moment;

impl Store {
    /// Remembers that the holder of a token is signed in.
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
    ) -> Result<(), DbErr> {
        let _turn = self.turn().await?;
        let row = session::ActiveModel {
            token_hash: Set(token.into()),
            account_id: Set(account_id),
            id_token: Set(id_token),
            expires_at: Set(expires_at),
        };
        session::Entity::insert(row)
            .exec_without_returning(&self.db)
            .await?;
        Ok(())
    }

    /// Who holds a token, if it is still good.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn session_account(
        &self,
        token: TokenHash,
        now: Moment,
    ) -> Result<Option<Account>, DbErr> {
        let row = session::Entity::find_by_id(String::from(token))
            .filter(session::Column::ExpiresAt.gt(now))
            .find_also_related(account::Entity)
            .one(&self.db)
            .await?;
        Ok(row.and_then(|(_, account)| account).map(Account::from))
    }

    /// The identity token that a session was opened with, if there is one.
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

    /// Ends a session, if there is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn close_session(&self, token: TokenHash) -> Result<(), DbErr> {
        let _turn = self.turn().await?;
        session::Entity::delete_by_id(String::from(token))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Forgets sessions that are over.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_expired_sessions(&self, now: Moment) -> Result<(), DbErr> {
        let _turn = self.turn().await?;
        session::Entity::delete_many()
            .filter(session::Column::ExpiresAt.lte(now))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
