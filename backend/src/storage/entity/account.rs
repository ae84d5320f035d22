//! Accounts of people who have signed in.

use std::fmt;

use parvis_contract::order::RoomSort;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

#[derive(Clone, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "accounts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The identity provider's issuer; unique together with `subject`.
    pub issuer: String,
    pub subject: String,
    pub name: String,
    pub created_at: Moment,
    pub room_sort: Sort,
    pub rooms_reversed: bool,
    /// The verified address of the last sign-in, in lower case.
    pub email: Option<String>,
    /// The last sign-in, or the last use of a session, to the day; `None` before anybody has looked, and after a sign-in
    /// at the release before this one.
    pub last_used_at: Option<Moment>,
    /// The last warning that the account will be deleted; `None` after a use of it. It may be gone by now.
    pub unused_warning_id: Option<Uuid>,
    /// When the account was deleted as unused: the row then names nobody, and stays for the tombstones of its rooms.
    pub purged_at: Option<Moment>,
}

// Not derived: name, subject and address must not be logged.
impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("account::Model")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// The sort key of the person's rooms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum Sort {
    #[sea_orm(string_value = "date")]
    Date,
    #[sea_orm(string_value = "name")]
    Name,
    #[sea_orm(string_value = "favourites")]
    Favourites,
}

impl From<RoomSort> for Sort {
    fn from(sort: RoomSort) -> Self {
        match sort {
            RoomSort::Date => Self::Date,
            RoomSort::Name => Self::Name,
            RoomSort::Favourites => Self::Favourites,
        }
    }
}

impl From<Sort> for RoomSort {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Date => Self::Date,
            Sort::Name => Self::Name,
            Sort::Favourites => Self::Favourites,
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
