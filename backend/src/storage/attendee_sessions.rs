//! Sessions at the attendees' identity provider.

use sea_orm::{ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};

use super::Store;
use super::TokenHash;
use super::entity::attendee_session;
use crate::clock::Moment;

/// A person verified by the attendees' identity provider.
#[derive(Clone)]
pub struct Attendee {
    /// A pseudonym, also used on the conference server.
    pub person: String,
    /// The name from the provider.
    pub name: String,
}

impl Store {
    /// Opens a session for the holder of a token.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn open_attendee_session(
        &self,
        token: TokenHash,
        attendee: Attendee,
        id_token: String,
        expires_at: Moment,
    ) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        let row = attendee_session::ActiveModel {
            token_hash: Set(token.into()),
            person: Set(attendee.person),
            name: Set(attendee.name),
            id_token: Set(id_token),
            expires_at: Set(expires_at),
        };
        attendee_session::Entity::insert(row)
            .exec_without_returning(&self.db)
            .await?;
        Ok(())
    }

    /// The person of a valid session.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn attendee(&self, token: TokenHash, now: Moment) -> Result<Option<Attendee>, DbErr> {
        let row = attendee_session::Entity::find_by_id(String::from(token))
            .filter(attendee_session::Column::ExpiresAt.gt(now))
            .one(&self.db)
            .await?;
        Ok(row.map(|row| Attendee {
            person: row.person,
            name: row.name,
        }))
    }

    /// The identity token of a session, if there is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn attendee_id_token(&self, token: TokenHash) -> Result<Option<String>, DbErr> {
        let row = attendee_session::Entity::find_by_id(String::from(token))
            .one(&self.db)
            .await?;
        Ok(row.map(|row| row.id_token))
    }

    /// Deletes a session, if there is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn close_attendee_session(&self, token: TokenHash) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        attendee_session::Entity::delete_by_id(String::from(token))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Deletes expired sessions.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_expired_attendee_sessions(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        attendee_session::Entity::delete_many()
            .filter(attendee_session::Column::ExpiresAt.lte(now))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
