//! Numbers of nine digits: codes and PINs share one table, so that no PIN equals a code.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

#[derive(Clone, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "numbers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub purpose: NumberKind,
    pub room_id: Uuid,
    /// The time of retirement; the number is not assigned again for a year.
    pub retired_at: Option<Moment>,
    /// Whether it was retired because its room was deleted: it is restored with the room.
    pub retired_with_room: bool,
}

// Not derived: the number must not be logged.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("number")
            .field("purpose", &self.purpose)
            .finish_non_exhaustive()
    }
}

/// The kind of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))")]
pub enum NumberKind {
    /// A connection code, typed on the home page.
    #[sea_orm(string_value = "code")]
    Code,
    /// A PIN, typed on a telephone.
    #[sea_orm(string_value = "pin")]
    Pin,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
