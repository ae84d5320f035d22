//! Meetings of permanent rooms.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "room_meetings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub room_id: Uuid,
    /// The creation time in the conference server's milliseconds, which tells it from other meetings of the room.
    #[sea_orm(primary_key, auto_increment = false)]
    pub create_time: i64,
    pub started_at: Moment,
    /// When it was last known not to have ended.
    pub seen_at: Moment,
    /// Unknown while it runs.
    pub ended_at: Option<Moment>,
    /// The largest number of people seen in it; 0 if nobody was.
    pub most_people: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
