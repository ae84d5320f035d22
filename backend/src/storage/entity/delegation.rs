//! Delegations: who is a delegate of a room, by account, or by address until an account has taken it.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

#[derive(Clone, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "delegations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Unique together with `email`, and with `account_id`.
    pub room_id: Uuid,
    /// The address that may take it, in lower case; unknown for a former owner without a verified address.
    pub email: Option<String>,
    /// The address as it was typed.
    pub typed_email: Option<String>,
    /// The account that has taken it. Set once, where it was empty: so one account takes it, and no other.
    pub account_id: Option<Uuid>,
    pub created_at: Moment,
    /// When the account has first opened the portal since.
    pub active_at: Option<Moment>,
    /// When the owner has offered the room; of one delegation of a room at most.
    pub offered_at: Option<Moment>,
}

// Not derived: the addresses must not be logged.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("delegation::Model")
            .field("id", &self.id)
            .field("room_id", &self.room_id)
            .finish_non_exhaustive()
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::room::Entity",
        from = "Column::RoomId",
        to = "super::room::Column::Id"
    )]
    Room,
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::AccountId",
        to = "super::account::Column::Id"
    )]
    Account,
    /// The accounts that may take it.
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::Email",
        to = "super::account::Column::Email"
    )]
    Bearer,
}

impl Related<super::room::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Room.def()
    }
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
