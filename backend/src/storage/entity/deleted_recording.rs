//! Recordings that their owner has deleted.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "deleted_recordings")]
pub struct Model {
    /// The identifier on the conference server.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub room_id: Uuid,
    pub deleted_at: Moment,
    /// When the conference server has deleted it.
    pub removed_at: Option<Moment>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
