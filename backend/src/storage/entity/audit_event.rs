//! The audit trail: who did what to which room, by identifiers alone.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "audit_events")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub at: Moment,
    pub action: AuditAction,
    /// Whose account; `None` for an administrator at the command line. The account may be gone by now.
    pub account_id: Option<Uuid>,
    /// Which room, if it is about one. It may be gone by now.
    pub room_id: Option<Uuid>,
    /// What of it, such as which link.
    pub detail: Option<String>,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(24))")]
pub enum AuditAction {
    /// An agent signed in.
    #[sea_orm(string_value = "signed-in")]
    SignedIn,
    /// A link, the code or the PIN of a room was renewed; the detail says which.
    #[sea_orm(string_value = "renewed")]
    Renewed,
    /// A room was deleted.
    #[sea_orm(string_value = "room-deleted")]
    RoomDeleted,
    /// The deletion of a room was taken back.
    #[sea_orm(string_value = "room-restored")]
    RoomRestored,
    /// A room was deleted as unused; the account is the owner's.
    #[sea_orm(string_value = "room-purged")]
    RoomPurged,
    /// An account was deleted as unused.
    #[sea_orm(string_value = "account-purged")]
    AccountPurged,
    /// A room was handed over; the account is the former owner's.
    #[sea_orm(string_value = "room-handed-over")]
    RoomHandedOver,
    /// A room was taken over; the account is the new owner's.
    #[sea_orm(string_value = "room-taken-over")]
    RoomTakenOver,
    /// An administrator retired a key; the detail is its id.
    #[sea_orm(string_value = "key-retired")]
    KeyRetired,
    /// An administrator linked a former account to this one.
    #[sea_orm(string_value = "account-linked")]
    AccountLinked,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
