//! Nine-digit numbers in use: codes and PINs share one table, so that no PIN is anybody's code.

use sea_orm::entity::prelude::*;

use crate::clock::Moment;

#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "numbers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub purpose: Purpose,
    pub room_id: Uuid,
    /// When it was given up; it is not given again for a year after that.
    pub retired_at: Option<Moment>,
    /// Whether it was given up because its room was deleted: it comes back with the room.
    pub retired_with_room: bool,
}

// Written by hand, as the derived one would show the number.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("number")
            .field("purpose", &self.purpose)
            .finish_non_exhaustive()
    }
}

/// What a number opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))")]
pub enum Purpose {
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
