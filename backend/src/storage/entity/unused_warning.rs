//! Warnings that unused rooms, or an unused account, will be deleted: one for each mail to an owner. Rooms and accounts
//! refer to theirs.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "unused_warnings")]
pub struct Model {
    /// The identifier of the mail.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who was written to.
    pub account_id: Uuid,
    pub written_at: Moment,
    /// When the mail server took the mail; `None` before that, and of one that was given up.
    pub sent_at: Option<Moment>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
