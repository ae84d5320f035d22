//! Recordings that the conference server has reported as ready.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

#[derive(Clone, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "ready_recordings")]
pub struct Model {
    /// The identifier on the conference server.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub room_id: Uuid,
    /// The first report about it; later than the last look at the room's recordings.
    pub ready_at: Moment,
}

// Not derived: whoever has the identifier can play the recording.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ready_recording").finish_non_exhaustive()
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
