//! Accounts of people who have signed in.

mod linking;
mod use_notes;

use parvis_contract::order::{RoomOrder, RoomSort};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, FromQueryResult, QueryFilter as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::entity::account;
use super::{Store, unused};
use crate::clock::Moment;
pub use linking::KnownAccount;
pub(super) use use_notes::UseNotes;

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
    /// Whether the person was warned that it will be deleted as unused.
    pub is_warned_of: bool,
}

/// The columns of an [`Account`], for queries that read no others.
#[derive(FromQueryResult)]
pub(super) struct AccountColumns {
    id: Uuid,
    name: String,
    room_sort: account::Sort,
    rooms_reversed: bool,
    last_used_at: Option<Moment>,
    unused_warning_id: Option<Uuid>,
}

impl AccountColumns {
    pub(super) const COLUMNS: [account::Column; 6] = [
        account::Column::Id,
        account::Column::Name,
        account::Column::RoomSort,
        account::Column::RoomsReversed,
        account::Column::LastUsedAt,
        account::Column::UnusedWarningId,
    ];
}

impl From<AccountColumns> for Account {
    fn from(row: AccountColumns) -> Self {
        Self {
            id: row.id,
            name: row.name,
            order: RoomOrder {
                by: row.room_sort.into(),
                reversed: row.rooms_reversed,
            },
            last_used_at: row.last_used_at,
            is_warned_of: row.unused_warning_id.is_some(),
        }
    }
}

impl From<account::Model> for Account {
    fn from(row: account::Model) -> Self {
        AccountColumns {
            id: row.id,
            name: row.name,
            room_sort: row.room_sort,
            rooms_reversed: row.rooms_reversed,
            last_used_at: row.last_used_at,
            unused_warning_id: row.unused_warning_id,
        }
        .into()
    }
}

impl Store {
    /// The account of `identity`, created at the first sign-in; updates its name and address, and when it was used.
    /// Warnings count no more if the address is another one: the next are written to it.
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
        let write = self.begin_write().await?;
        let of_identity = account::Entity::find()
            .filter(account::Column::Issuer.eq(&*identity.issuer))
            .filter(account::Column::Subject.eq(&*identity.subject));
        let former = of_identity.clone().lock_exclusive().one(&*write).await?;
        let mut told = vec![
            account::Column::Name,
            account::Column::LastUsedAt,
            account::Column::UnusedWarningId,
        ];
        let email = match identity.email {
            Email::Reported(email) => {
                told.push(account::Column::Email);
                if let Some(former) = former.filter(|former| former.email != email) {
                    unused::forget_warnings_to(&write, former.id).await?;
                }
                email
            }
            Email::Unknown => None,
        };
        let row = account::ActiveModel {
            id: Set(new_id),
            issuer: Set(identity.issuer),
            subject: Set(identity.subject),
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
            .exec_without_returning(&*write)
            .await?;
        let account = of_identity.one(&*write).await?;
        write.commit().await?;
        account
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
