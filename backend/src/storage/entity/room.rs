//! Rooms, including those of temporary meetings.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "rooms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub owner_id: Uuid,
    pub name: String,
    pub created_at: Moment,
    pub last_meeting_at: Option<Moment>,
    /// The start of the last meeting, or the creation; indexed for sorting by date.
    pub active_at: Moment,
    /// The last start of a meeting or change; `None` for rooms that were not used since the update to this release. The
    /// release before it records starts in `active_at` alone.
    pub last_used_at: Option<Moment>,
    /// The last warning that the room will be deleted, alone or with its owner's account; `None` after a use. It may be
    /// gone by now.
    pub unused_warning_id: Option<Uuid>,
    /// The `Idempotency-Key` of the request that created it.
    pub creation_key: Option<String>,
    /// A digest of that request; unknown for rooms from a version that did not store it.
    pub creation_digest: Option<String>,
    pub moderator_generation: i32,
    pub attendee_generation: i32,
    pub authenticated_generation: i32,
    /// How many times the code was renewed; invalidates the secrets issued for an earlier code.
    pub code_generation: i32,
    /// The ids of the keys that signed the links; unknown for a moment after an update from a version that did
    /// not store them.
    pub moderator_key: Option<i32>,
    pub attendee_key: Option<i32>,
    pub authenticated_key: Option<i32>,
    /// The contract's `RoomOptions` as JSON: read and written as a whole, never queried.
    pub options: String,
    /// The language tag of the owner.
    pub language: String,
    /// The number that the last `create` returned; unknown before the first.
    pub voice_bridge: Option<StoredPin>,
    /// Whether that is not the room's PIN; unknown before the first.
    pub pin_replaced: Option<bool>,
    /// For a temporary meeting: the latest time at which it is deleted.
    pub temporary_until: Option<Moment>,
    /// For a room of an add-in, which kind; such a room has a `temporary_until`.
    pub add_in: Option<AddIn>,
    /// The time of deletion; the row is kept as a tombstone, so that the links can say so.
    pub deleted_at: Option<Moment>,
}

/// The kinds of rooms that add-ins of mail programs make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum AddIn {
    /// The one of a person, which is kept.
    #[sea_orm(string_value = "shadow")]
    Shadow,
    /// One for a single invitation.
    #[sea_orm(string_value = "hidden")]
    Hidden,
}

/// The digits of a PIN.
#[derive(Clone, PartialEq, Eq, DeriveValueType, Serialize, Deserialize)]
pub struct StoredPin(pub String);

// Not derived: the digits must not be logged.
impl std::fmt::Debug for StoredPin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StoredPin(…)")
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::OwnerId",
        to = "super::account::Column::Id"
    )]
    Owner,
}

impl ActiveModelBehavior for ActiveModel {}
