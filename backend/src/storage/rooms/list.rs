//! The rooms of a person: their own, and those of which they are a delegate.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait as _, Condition, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::Room;
use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::entity::{account, delegation, favourite, room};

/// A room as a person sees it.
pub struct ListedRoom {
    /// The room.
    pub room: Room,
    /// Whether the person has starred it.
    pub favourite: bool,
    /// What the person is to it.
    pub standing: Standing,
}

/// What a person is to a room.
#[derive(Clone, PartialEq, Eq)]
pub enum Standing {
    /// Its owner.
    Owner {
        /// The number of its delegates.
        delegates: u64,
    },
    /// A delegate.
    Delegate {
        /// The owner's name.
        owner: String,
        /// Whether the owner offers the room to the person.
        handover_offered: bool,
    },
}

impl Store {
    /// The rooms of a person in no order, including own ones deleted after `deleted_since`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms_of(
        &self,
        account_id: Uuid,
        deleted_since: Moment,
    ) -> Result<Vec<ListedRoom>, DbErr> {
        let starred: HashSet<Uuid> = favourite::Entity::find()
            .filter(favourite::Column::AccountId.eq(account_id))
            .select_only()
            .column(favourite::Column::RoomId)
            .into_tuple()
            .all(&self.db)
            .await?
            .into_iter()
            .collect();
        let mut all = self.own_rooms(account_id, deleted_since).await?;
        all.extend(self.delegated_rooms(account_id).await?);
        let listed = all.into_iter().map(|(room, standing)| ListedRoom {
            favourite: starred.contains(&room.id),
            room,
            standing,
        });
        Ok(listed.collect())
    }

    /// The rooms of a person that are not deleted, in no order: own ones, and delegated ones.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms_to_invite(
        &self,
        account_id: Uuid,
        with_delegated: bool,
    ) -> Result<(Vec<Room>, Vec<Room>), DbErr> {
        let active = room::Entity::find()
            .filter(room::Column::DeletedAt.is_null())
            .filter(room::Column::TemporaryUntil.is_null());
        let own = active
            .clone()
            .filter(room::Column::OwnerId.eq(account_id))
            .all(&self.db)
            .await?;
        let delegated = if with_delegated {
            let delegated = Query::select()
                .column(delegation::Column::RoomId)
                .from(delegation::Entity)
                .and_where(delegation::Column::AccountId.eq(account_id))
                .take();
            active
                .filter(room::Column::OwnerId.ne(account_id))
                .filter(room::Column::Id.in_subquery(delegated))
                .all(&self.db)
                .await?
        } else {
            Vec::new()
        };
        let rooms = |rows: Vec<room::Model>| rows.into_iter().map(Room::from).collect();
        Ok((rooms(own), rooms(delegated)))
    }

    async fn own_rooms(
        &self,
        owner_id: Uuid,
        deleted_since: Moment,
    ) -> Result<Vec<(Room, Standing)>, DbErr> {
        let rows = room::Entity::find()
            .filter(room::Column::OwnerId.eq(owner_id))
            .filter(room::Column::TemporaryUntil.is_null())
            .filter(
                Condition::any()
                    .add(room::Column::DeletedAt.is_null())
                    .add(room::Column::DeletedAt.gt(deleted_since)),
            )
            .all(&self.db)
            .await?;
        let counts: Vec<(Uuid, i64)> = delegation::Entity::find()
            .select_only()
            .column(delegation::Column::RoomId)
            .column_as(delegation::Column::Id.count(), "delegates")
            .inner_join(room::Entity)
            .filter(room::Column::OwnerId.eq(owner_id))
            .group_by(delegation::Column::RoomId)
            .into_tuple()
            .all(&self.db)
            .await?;
        let counts: HashMap<Uuid, i64> = counts.into_iter().collect();
        let standing = |row: room::Model| {
            let delegates = counts.get(&row.id).copied().unwrap_or_default();
            let delegates = delegates.unsigned_abs();
            (Room::from(row), Standing::Owner { delegates })
        };
        Ok(rows.into_iter().map(standing).collect())
    }

    async fn delegated_rooms(&self, account_id: Uuid) -> Result<Vec<(Room, Standing)>, DbErr> {
        let rows = delegation::Entity::find()
            .filter(delegation::Column::AccountId.eq(account_id))
            .find_also_related(room::Entity)
            .filter(room::Column::DeletedAt.is_null())
            .filter(room::Column::TemporaryUntil.is_null())
            .all(&self.db)
            .await?;
        let owner_ids: HashSet<Uuid> = rows
            .iter()
            .filter_map(|(_, room)| Some(room.as_ref()?.owner_id))
            .collect();
        let owners = self.names(owner_ids.into_iter().collect()).await?;
        let standing = |(delegation, room): (delegation::Model, Option<room::Model>)| {
            let room = room?;
            let owner = owners.get(&room.owner_id).cloned().unwrap_or_default();
            let standing = Standing::Delegate {
                owner,
                handover_offered: delegation.offered_at.is_some(),
            };
            Some((Room::from(room), standing))
        };
        Ok(rows.into_iter().filter_map(standing).collect())
    }

    /// The names of accounts.
    async fn names(&self, accounts: Vec<Uuid>) -> Result<HashMap<Uuid, String>, DbErr> {
        let mut names = HashMap::new();
        // The number of parameters of a statement is limited.
        for accounts in accounts.chunks(500) {
            let rows: Vec<(Uuid, String)> = account::Entity::find()
                .select_only()
                .columns([account::Column::Id, account::Column::Name])
                .filter(account::Column::Id.is_in(accounts.iter().copied()))
                .into_tuple()
                .all(&self.db)
                .await?;
            names.extend(rows);
        }
        Ok(names)
    }

    /// A room as a person sees it who has access to it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn listed_room(&self, account_id: Uuid, room: Room) -> Result<ListedRoom, DbErr> {
        let of_room = delegation::Entity::find().filter(delegation::Column::RoomId.eq(room.id));
        let standing = if room.owner_id == account_id {
            Standing::Owner {
                delegates: of_room.count(&self.db).await?,
            }
        } else {
            let own = of_room.filter(delegation::Column::AccountId.eq(account_id));
            let offered = own.one(&self.db).await?.and_then(|row| row.offered_at);
            let owner = self.names(vec![room.owner_id]).await?;
            Standing::Delegate {
                owner: owner.into_values().next().unwrap_or_default(),
                handover_offered: offered.is_some(),
            }
        };
        Ok(ListedRoom {
            favourite: self.is_favourite(account_id, room.id).await?,
            room,
            standing,
        })
    }
}
