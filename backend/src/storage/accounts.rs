//! Accounts of people who have signed in.

mod linking;

use std::time::Duration;

use parvis_contract::order::{RoomOrder, RoomSort};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use super::Store;
use super::entity::account;
use crate::clock::Moment;
pub use linking::KnownAccount;

/// How exact it is when an account was last used: so that using it is seldom a write.
const USE_PRECISION: Duration = Duration::from_hours(24);

/// A person's identity from the identity provider.
pub struct Identity {
    /// The issuer.
    pub issuer: String,
    /// The subject identifier at the issuer.
    pub subject: String,
    /// The display name.
    pub name: String,
    /// The e-mail address.
    pub email: Email,
}

/// The verified e-mail address of a person, in lower case.
#[derive(Clone, PartialEq, Eq)]
pub enum Email {
    /// The provider reports this address, or none.
    Reported(Option<String>),
    /// The provider could not be asked.
    Unknown,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The identifier.
    pub id: Uuid,
    /// The name from the last sign-in.
    pub name: String,
    /// The sort order of the person's rooms.
    pub order: RoomOrder,
    /// When it was last used, to the day; `None` if that is not known.
    pub last_used_at: Option<Moment>,
}

impl From<account::Model> for Account {
    fn from(row: account::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            order: RoomOrder {
                by: row.room_sort.into(),
                reversed: row.rooms_reversed,
            },
            last_used_at: row.last_used_at,
        }
    }
}

impl Store {
    /// The account of `identity`, created at the first sign-in; updates its name and address, and when it was used.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn account_of(
        &self,
        identity: Identity,
        new_id: Uuid,
        now: Moment,
    ) -> Result<Account, DbErr> {
        let _lock = self.write_lock().await?;
        let mut told = vec![account::Column::Name, account::Column::LastUsedAt];
        let email = match identity.email {
            Email::Reported(email) => {
                told.push(account::Column::Email);
                email
            }
            Email::Unknown => None,
        };
        let row = account::ActiveModel {
            id: Set(new_id),
            issuer: Set(identity.issuer.clone()),
            subject: Set(identity.subject.clone()),
            name: Set(identity.name),
            created_at: Set(now),
            room_sort: Set(RoomSort::default().into()),
            rooms_reversed: Set(false),
            email: Set(email),
            last_used_at: Set(Some(now)),
            unused_warning_id: Set(None),
            purged_at: Set(None),
        };
        account::Entity::insert(row)
            .on_conflict(
                OnConflict::columns([account::Column::Issuer, account::Column::Subject])
                    .update_columns(told)
                    .to_owned(),
            )
            .exec_without_returning(&self.db)
            .await?;
        account::Entity::find()
            .filter(account::Column::Issuer.eq(identity.issuer))
            .filter(account::Column::Subject.eq(identity.subject))
            .one(&self.db)
            .await?
            .map(Account::from)
            .ok_or_else(|| DbErr::RecordNotFound("the account just written".to_owned()))
    }

    /// The account of a person at an issuer: by the first of its subjects that has one, else by the verified e-mail
    /// address, in lower case, if one account alone has it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn known_account(
        &self,
        issuer: &str,
        subjects: &[String],
        email: Option<&str>,
    ) -> Result<Option<Account>, DbErr> {
        let at_issuer = account::Entity::find().filter(account::Column::Issuer.eq(issuer));
        for subject in subjects {
            let own = at_issuer
                .clone()
                .filter(account::Column::Subject.eq(subject));
            if let Some(row) = own.one(&self.db).await? {
                return Ok(Some(row.into()));
            }
        }
        let Some(email) = email else { return Ok(None) };
        let of_address = at_issuer.filter(account::Column::Email.eq(email));
        let mut rows = of_address.limit(2).all(&self.db).await?;
        match (rows.pop(), rows.is_empty()) {
            (Some(row), true) => Ok(Some(row.into())),
            _ => Ok(None),
        }
    }

    /// The verified e-mail address of an account, if there is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn email_of(&self, account_id: Uuid) -> Result<Option<String>, DbErr> {
        let row = account::Entity::find_by_id(account_id)
            .one(&self.db)
            .await?;
        Ok(row.and_then(|row| row.email))
    }

    /// Records that an account is used; does nothing if that was recorded within a day.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_use(&self, account: &Account, now: Moment) -> Result<(), DbErr> {
        let is_recorded = |at: Moment| at > now.minus(USE_PRECISION);
        if account.last_used_at.is_some_and(is_recorded) {
            return Ok(());
        }
        let _lock = self.write_lock().await?;
        account::Entity::update_many()
            .col_expr(account::Column::LastUsedAt, Expr::value(now.0))
            .filter(account::Column::Id.eq(account.id))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Stores the sort order of a person's rooms.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_order(&self, account_id: Uuid, order: RoomOrder) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        let row = account::ActiveModel {
            id: Set(account_id),
            room_sort: Set(order.by.into()),
            rooms_reversed: Set(order.reversed),
            ..Default::default()
        };
        account::Entity::update(row).exec(&self.db).await?;
        Ok(())
    }
}
