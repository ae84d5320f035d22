//! Counts of wrong connection codes, by scope and hour.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "wrong_codes")]
pub struct Model {
    /// See [`Scope`](crate::code_attempts::Scope).
    #[sea_orm(primary_key, auto_increment = false)]
    pub scope: String,
    /// Hours since 1970; 0 for the row that serves as the lock.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hour: i64,
    pub count: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
