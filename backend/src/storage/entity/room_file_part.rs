//! Parts of files of rooms, each an object of its own in the store.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "room_file_parts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub file_id: Uuid,
    /// The place of its first byte in the file.
    #[sea_orm(primary_key, auto_increment = false)]
    pub start: i64,
    pub length: i64,
    /// The object with its content, among those of the file.
    pub object: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
