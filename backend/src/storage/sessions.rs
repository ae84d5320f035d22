//! Sessions. The database has the hash of each token, so a copy of it cannot be used to sign in.

use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait as _, DbErr, EntityTrait as _,
    FromQueryResult, JoinType, QueryFilter as _, QuerySelect as _, RelationTrait as _,
};
use uuid::Uuid;

use super::accounts::{Account, AccountColumns};
use super::audit::{self, AuditAction, NewEvent};
use super::entity::session;
use super::room_lists::{RoomListVersion, version_columns};
use super::{Store, TokenHash};
use crate::clock::Moment;

/// A session that has not ended.
pub struct OpenSession {
    /// Whose it is.
    pub account: Account,
    /// When it ends, if nobody ends it before.
    pub expires_at: Moment,
    /// The version of the account's list of rooms, read together with the account.
    pub room_list: RoomListVersion,
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
        #[derive(FromQueryResult)]
        struct Row {
            expires_at: Moment,
            #[sea_orm(nested)]
            account: AccountColumns,
            #[sea_orm(nested)]
            room_list: RoomListVersion,
        }
        let mut query = session::Entity::find_by_id(String::from(token))
            .filter(session::Column::ExpiresAt.gt(now))
            .join(JoinType::InnerJoin, session::Relation::Account.def())
            .select_only()
            .column(session::Column::ExpiresAt)
            .columns(AccountColumns::COLUMNS);
        for (column, name) in version_columns(&session::Column::AccountId.into_expr()) {
            query = query.expr_as(column, name);
        }
        let row = query.into_model::<Row>().one(&self.db).await?;
        Ok(row.map(|row| OpenSession {
            account: row.account.into(),
            expires_at: row.expires_at,
            room_list: row.room_list,
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
