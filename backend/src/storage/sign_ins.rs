//! Sign-ins under way: begun in one browser, finished once, in the same.

use sea_orm::{ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};

use super::Store;
use super::TokenHash;
use super::entity::sign_in;
pub use super::entity::sign_in::Audience;
use crate::clock::Moment;

/// What must be remembered while a person is at the identity provider.
pub struct SignIn {
    /// The provider's token must repeat it.
    pub nonce: String,
    /// Proves that who redeems the code is who asked for it (RFC 7636).
    pub pkce_verifier: String,
    /// The portal's path to come back to.
    pub return_to: String,
    /// Who signs in.
    pub audience: Audience,
}

impl Store {
    /// Remembers a sign-in.
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
        let _turn = self.turn().await?;
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

    /// Takes a sign-in out, so that it is finished at most once; `None` when there is none, it is
    /// too old, or another browser or another kind of person began it.
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
        let _turn = self.turn().await?;
        let id = String::from(state);
        let row = sign_in::Entity::find_by_id(id.clone())
            .filter(sign_in::Column::BrowserHash.eq(String::from(browser)))
            .filter(sign_in::Column::Audience.eq(audience))
            .filter(sign_in::Column::ExpiresAt.gt(now))
            .one(&self.db)
            .await?;
        let Some(row) = row else { return Ok(None) };
        // Of two callbacks at once, the one whose delete finds the row goes on.
        let deleted = sign_in::Entity::delete_by_id(id).exec(&self.db).await?;
        Ok((deleted.rows_affected == 1).then_some(SignIn {
            nonce: row.nonce,
            pkce_verifier: row.pkce_verifier,
            return_to: row.return_to,
            audience: row.audience,
        }))
    }

    /// Forgets sign-ins that nobody finished in time.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_expired_sign_ins(&self, now: Moment) -> Result<(), DbErr> {
        let _turn = self.turn().await?;
        sign_in::Entity::delete_many()
            .filter(sign_in::Column::ExpiresAt.lte(now))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
