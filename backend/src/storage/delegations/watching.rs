//! The delegations that concern accounts with an open list of rooms.

use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait as _, JoinType, QueryFilter as _, QuerySelect as _,
    RelationTrait as _,
};
use uuid::Uuid;

use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::entity::{account, delegation, room};

/// A delegation that concerns an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Concern {
    /// The account.
    pub account: Uuid,
    /// The room, which is not deleted.
    pub room: Uuid,
    /// How it concerns the account.
    pub kind: ConcernKind,
}

/// How a delegation concerns an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConcernKind {
    /// The account is the delegate.
    Delegated {
        /// Whether the owner offers it the room.
        is_offered: bool,
    },
    /// It waits for the account's address.
    Waiting,
    /// The room is the account's own.
    Own {
        /// The delegation.
        delegation: Uuid,
        /// Whether the delegate has opened the portal.
        is_active: bool,
        /// Whether the room is offered to the delegate.
        is_offered: bool,
    },
}

impl Store {
    /// The delegations that concern some accounts, in no order.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delegations_of(&self, accounts: &[Uuid]) -> Result<Vec<Concern>, DbErr> {
        let mut concerns = Vec::new();
        // The number of parameters of a statement is limited.
        for accounts in accounts.chunks(500) {
            concerns.extend(self.delegated_to(accounts).await?);
            concerns.extend(self.waiting_for(accounts).await?);
            concerns.extend(self.in_rooms_of(accounts).await?);
        }
        Ok(concerns)
    }

    async fn delegated_to(&self, accounts: &[Uuid]) -> Result<Vec<Concern>, DbErr> {
        let rows: Vec<(Uuid, Uuid, Option<Moment>)> = delegation::Entity::find()
            .select_only()
            .columns([
                delegation::Column::AccountId,
                delegation::Column::RoomId,
                delegation::Column::OfferedAt,
            ])
            .join(JoinType::InnerJoin, delegation::Relation::Room.def())
            .filter(delegation::Column::AccountId.is_in(accounts.iter().copied()))
            .filter(room::Column::DeletedAt.is_null())
            .into_tuple()
            .all(&self.db)
            .await?;
        let concern = |(account, room, offered_at): (Uuid, Uuid, Option<Moment>)| Concern {
            account,
            room,
            kind: ConcernKind::Delegated {
                is_offered: offered_at.is_some(),
            },
        };
        Ok(rows.into_iter().map(concern).collect())
    }

    async fn waiting_for(&self, accounts: &[Uuid]) -> Result<Vec<Concern>, DbErr> {
        let owner = Expr::col((room::Entity, room::Column::OwnerId));
        let rows: Vec<(Uuid, Uuid)> = delegation::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .column(delegation::Column::RoomId)
            .join(JoinType::InnerJoin, delegation::Relation::Bearer.def())
            .join(JoinType::InnerJoin, delegation::Relation::Room.def())
            .filter(delegation::Column::AccountId.is_null())
            .filter(account::Column::Id.is_in(accounts.iter().copied()))
            .filter(owner.ne(Expr::col((account::Entity, account::Column::Id))))
            .filter(room::Column::DeletedAt.is_null())
            .into_tuple()
            .all(&self.db)
            .await?;
        let concern = |(account, room): (Uuid, Uuid)| Concern {
            account,
            room,
            kind: ConcernKind::Waiting,
        };
        Ok(rows.into_iter().map(concern).collect())
    }

    async fn in_rooms_of(&self, accounts: &[Uuid]) -> Result<Vec<Concern>, DbErr> {
        type Row = (Uuid, Uuid, Uuid, Option<Moment>, Option<Moment>);
        let rows: Vec<Row> = delegation::Entity::find()
            .select_only()
            .column(room::Column::OwnerId)
            .columns([
                delegation::Column::RoomId,
                delegation::Column::Id,
                delegation::Column::ActiveAt,
                delegation::Column::OfferedAt,
            ])
            .join(JoinType::InnerJoin, delegation::Relation::Room.def())
            .filter(room::Column::OwnerId.is_in(accounts.iter().copied()))
            .filter(room::Column::DeletedAt.is_null())
            .into_tuple()
            .all(&self.db)
            .await?;
        let concern = |(account, room, delegation, active_at, offered_at): Row| Concern {
            account,
            room,
            kind: ConcernKind::Own {
                delegation,
                is_active: active_at.is_some(),
                is_offered: offered_at.is_some(),
            },
        };
        Ok(rows.into_iter().map(concern).collect())
    }
}
