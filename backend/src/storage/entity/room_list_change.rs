//! Changes of people's lists of rooms. Triggers of the database add them.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "room_list_changes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Whose list has changed; the account may be gone.
    pub account_id: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
