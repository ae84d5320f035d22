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
    /// A digest of what that request asked for; unknown for rooms from a version that did not keep it.
    pub creation_digest: Option<String>,
    pub moderator_generation: i32,
    pub attendee_generation: i32,
    pub authenticated_generation: i32,
    /// How often the code was renewed: what was entered by an old one opens nothing more.
    pub code_generation: i32,
    /// The ids of the keys that the links were signed with; unknown for a moment after an update
    /// from a version that did not keep them.
    pub moderator_key: Option<i32>,
    pub attendee_key: Option<i32>,
    pub authenticated_key: Option<i32>,
    /// The contract's `RoomOptions`, as JSON: read and written whole, never asked about.
    pub options: String,
    /// The language tag of its owner's texts.
    pub language: String,
    /// The number by which callers join, as the last `create` answered it; unknown before the first.
    pub voice_bridge: Option<StoredPin>,
    /// Whether that is not the PIN of the room; unknown before the first.
    pub pin_replaced: Option<bool>,
    /// For a temporary meeting: when it is forgotten at the latest.
    pub temporary_until: Option<Moment>,
    /// When it was deleted; the row stays as a tombstone, so that its links can say so.
    pub deleted_at: Option<Moment>,
}

/// The digits of a PIN.
#[derive(Clone, PartialEq, Eq, DeriveValueType)]
pub struct StoredPin(pub String);

// Written by hand, as the derived one would show the digits.
impl std::fmt::Debug for StoredPin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StoredPin(…)")
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
