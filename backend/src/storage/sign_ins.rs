//! Pending sign-ins: started in one browser, completed once, in the same one.

use sea_orm::{ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};

use super::Store;
use super::TokenHash;
use super::entity::sign_in;
pub use super::entity::sign_in::Audience;
use crate::clock::Moment;

/// A pending sign-in at the identity provider.
pub struct SignIn {
    /// The nonce, which the identity token must contain.
    pub nonce: String,
    /// The PKCE verifier (RFC 7636).
    pub pkce_verifier: String,
    /// The path of the portal to return to.
    pub return_to: String,
    /// The kind of person.
    pub audience: Audience,
}

impl Store {
    /// Stores a pending sign-in.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn begin_sign_in(
        &self,
        state: TokenHash,
        browser: TokenHash,
        sign_in: SignIn,
        expires_at: Moment,
    ) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        let row = sign_in::ActiveModel {
            state_hash: Set(state.into()),
            browser_hash: Set(browser.into()),
            nonce: Set(sign_in.nonce),
            pkce_verifier: Set(sign_in.pkce_verifier),
            return_to: Set(sign_in.return_to),
            audience: Set(sign_in.audience),
            expires_at: Set(expires_at),
        };
        sign_in::Entity::insert(row)
            .exec_without_returning(&self.db)
            .await?;
        Ok(())
    }

    /// Removes and returns a pending sign-in, so that it is completed at most once; `None` if there is none, it
    /// has expired, or it was started by another browser or for another kind of person.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_sign_in(
        &self,
        state: TokenHash,
        browser: TokenHash,
        audience: Audience,
        now: Moment,
    ) -> Result<Option<SignIn>, DbErr> {
        let _lock = self.write_lock().await?;
        let id = String::from(state);
        let row = sign_in::Entity::find_by_id(id.clone())
            .filter(sign_in::Column::BrowserHash.eq(String::from(browser)))
            .filter(sign_in::Column::Audience.eq(audience))
            .filter(sign_in::Column::ExpiresAt.gt(now))
            .one(&self.db)
            .await?;
        let Some(row) = row else { return Ok(None) };
        // Of two concurrent callbacks, the one whose delete finds the row continues.
        let deleted = sign_in::Entity::delete_by_id(id).exec(&self.db).await?;
        Ok((deleted.rows_affected == 1).then_some(SignIn {
            nonce: row.nonce,
            pkce_verifier: row.pkce_verifier,
            return_to: row.return_to,
            audience: row.audience,
        }))
    }

    /// Deletes expired sign-ins.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_expired_sign_ins(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        sign_in::Entity::delete_many()
            .filter(sign_in::Column::ExpiresAt.lte(now))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
