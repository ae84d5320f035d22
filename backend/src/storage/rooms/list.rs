//! The rooms of a person: their own, and those of which they are a delegate.

use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query, SelectStatement};
use sea_orm::{
    ColumnTrait as _, Condition, DbErr, EntityTrait as _, FromQueryResult, JoinType,
    PaginatorTrait as _, QueryFilter as _, QuerySelect as _, RelationTrait as _, Select,
};
use uuid::Uuid;

use super::Room;
use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::entity::{account, delegation, favourite, room};

/// A room as a person sees it in a list.
pub struct ListedRoom {
    /// The identifier.
    pub id: Uuid,
    /// The name.
    pub name: String,
    /// The time of creation.
    pub created_at: Moment,
    /// The start of its last meeting.
    pub last_meeting_at: Option<Moment>,
    /// The time of deletion.
    pub deleted_at: Option<Moment>,
    /// Whether the person has starred it.
    pub favourite: bool,
    /// What the person is to it.
    pub standing: Standing,
}

impl ListedRoom {
    /// The entry of a room in somebody's list.
    #[must_use]
    pub fn new(room: Room, favourite: bool, standing: Standing) -> Self {
        Self {
            id: room.id,
            name: room.name,
            created_at: room.created_at,
            last_meeting_at: room.last_meeting_at,
            deleted_at: room.deleted_at,
            favourite,
            standing,
        }
    }
}

/// The columns of every entry.
#[derive(FromQueryResult)]
struct Entry {
    id: Uuid,
    name: String,
    created_at: Moment,
    last_meeting_at: Option<Moment>,
    deleted_at: Option<Moment>,
    favourite: bool,
}

impl Entry {
    fn listed(self, standing: Standing) -> ListedRoom {
        ListedRoom {
            id: self.id,
            name: self.name,
            created_at: self.created_at,
            last_meeting_at: self.last_meeting_at,
            deleted_at: self.deleted_at,
            favourite: self.favourite,
            standing,
        }
    }
}

#[derive(FromQueryResult)]
struct OwnEntry {
    #[sea_orm(nested)]
    entry: Entry,
    delegates: i64,
}

#[derive(FromQueryResult)]
struct DelegatedEntry {
    #[sea_orm(nested)]
    entry: Entry,
    owner: String,
    offered_at: Option<Moment>,
}

/// Selects what [`Entry`] has; no more, as a person may have thousands of rooms.
fn entries<E: sea_orm::EntityTrait>(rooms: Select<E>, account_id: Uuid) -> Select<E> {
    let starred = Query::select()
        .expr(Expr::val(1))
        .from(favourite::Entity)
        .and_where(favourite::Column::AccountId.eq(account_id))
        .and_where(
            Expr::col((favourite::Entity, favourite::Column::RoomId))
                .eq(Expr::col((room::Entity, room::Column::Id))),
        )
        .take();
    rooms
        .select_only()
        .column(room::Column::Id)
        .column(room::Column::Name)
        .column(room::Column::CreatedAt)
        .column(room::Column::LastMeetingAt)
        .column(room::Column::DeletedAt)
        .expr_as(Expr::exists(starred), "favourite")
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
        let mut all = self.own_rooms(account_id, deleted_since).await?;
        all.extend(self.delegated_rooms(account_id).await?);
        Ok(all)
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
    ) -> Result<Vec<ListedRoom>, DbErr> {
        let delegates: SelectStatement = Query::select()
            .expr(Func::count(Expr::col(delegation::Column::Id)))
            .from(delegation::Entity)
            .and_where(
                Expr::col((delegation::Entity, delegation::Column::RoomId))
                    .eq(Expr::col((room::Entity, room::Column::Id))),
            )
            .take();
        let own = room::Entity::find()
            .filter(room::Column::OwnerId.eq(owner_id))
            .filter(room::Column::TemporaryUntil.is_null())
            .filter(
                Condition::any()
                    .add(room::Column::DeletedAt.is_null())
                    .add(room::Column::DeletedAt.gt(deleted_since)),
            );
        let rows = entries(own, owner_id)
            .expr_as(Expr::from(delegates), "delegates")
            .into_model::<OwnEntry>()
            .all(&self.db)
            .await?;
        let listed = |OwnEntry { entry, delegates }| {
            let delegates = i64::unsigned_abs(delegates);
            Entry::listed(entry, Standing::Owner { delegates })
        };
        Ok(rows.into_iter().map(listed).collect())
    }

    async fn delegated_rooms(&self, account_id: Uuid) -> Result<Vec<ListedRoom>, DbErr> {
        let delegated = delegation::Entity::find()
            .join(JoinType::InnerJoin, delegation::Relation::Room.def())
            .join(JoinType::InnerJoin, room::Relation::Owner.def())
            .filter(delegation::Column::AccountId.eq(account_id))
            .filter(room::Column::DeletedAt.is_null())
            .filter(room::Column::TemporaryUntil.is_null());
        let rows = entries(delegated, account_id)
            .column_as(account::Column::Name, "owner")
            .column(delegation::Column::OfferedAt)
            .into_model::<DelegatedEntry>()
            .all(&self.db)
            .await?;
        let listed = |row: DelegatedEntry| {
            let standing = Standing::Delegate {
                owner: row.owner,
                handover_offered: row.offered_at.is_some(),
            };
            row.entry.listed(standing)
        };
        Ok(rows.into_iter().map(listed).collect())
    }

    async fn name_of(&self, account_id: Uuid) -> Result<Option<String>, DbErr> {
        account::Entity::find_by_id(account_id)
            .select_only()
            .column(account::Column::Name)
            .into_tuple()
            .one(&self.db)
            .await
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
            let owner = self.name_of(room.owner_id).await?;
            Standing::Delegate {
                owner: owner.unwrap_or_default(),
                handover_offered: offered.is_some(),
            }
        };
        let favourite = self.is_favourite(account_id, room.id).await?;
        Ok(ListedRoom::new(room, favourite, standing))
    }
}
