//! Permanent rooms.

use sea_orm::entity::prelude::*;

use crate::clock::Moment;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rooms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub owner_id: Uuid,
    pub name: String,
    pub created_at: Moment,
    pub last_meeting_at: Option<Moment>,
    /// The last meeting, else the creation: what "Date" sorts by, and an index can.
    pub active_at: Moment,
    /// The `Idempotency-Key` of the request that created it.
    pub creation_key: Option<String>,
    pub moderator_generation: i32,
    pub attendee_generation: i32,
    pub authenticated_generation: i32,
    /// When it was deleted; the row stays as a tombstone, so that its links can say so.
    pub deleted_at: Option<Moment>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
