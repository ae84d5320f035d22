//! Files of rooms, and uploads that are not complete yet.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

#[derive(Clone, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "room_files")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub room_id: Uuid,
    pub name: String,
    /// The usual extension of the type.
    pub kind: String,
    /// In bytes, as announced.
    pub size: i64,
    /// The bytes in parts so far; they are the first of the file.
    pub received: i64,
    /// The order in the room; of two files with the same, the older one comes first.
    pub position: i64,
    /// Of one file of a room at most.
    pub is_first: bool,
    pub is_downloadable: bool,
    pub created_at: Moment,
    /// When the last part was received and the content accepted.
    pub completed_at: Option<Moment>,
    pub deleted_at: Option<Moment>,
}

// Not derived: names must not be logged.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("room_file::Model")
            .field("id", &self.id)
            .field("room_id", &self.room_id)
            .finish_non_exhaustive()
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
