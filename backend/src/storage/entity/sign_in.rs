//! Pending sign-ins, by the hash of their state.

use sea_orm::entity::prelude::*;

use crate::clock::Moment;

#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_ins")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub state_hash: String,
    /// The hash of the cookie of the browser that started it: no other browser can complete it.
    pub browser_hash: String,
    pub nonce: String,
    pub pkce_verifier: String,
    pub return_to: String,
    /// The provider.
    pub audience: Audience,
    pub expires_at: Moment,
}

// Not derived: the verifier must not be logged.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("sign_in").finish_non_exhaustive()
    }
}

/// The kind of person who signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum Audience {
    /// An agent, who has rooms.
    #[sea_orm(string_value = "agents")]
    Agents,
    /// A person with an authenticated link.
    #[sea_orm(string_value = "attendees")]
    Attendees,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
