//! Permanent rooms and their stars.

use parvis_contract::role::LinkKind;
use parvis_contract::room::RoomName;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, DatabaseTransaction, DbErr, EntityTrait as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use super::Store;
use super::entity::{account, favourite, room};
use super::numbers::{self, Purpose};
use crate::clock::Moment;
use crate::random::Random;

/// A room, and whether the person who asked has starred it.
pub struct ListedRoom {
    /// The room.
    pub room: Room,
    /// Starred.
    pub favourite: bool,
}

/// A room.
#[derive(Clone, Debug)]
pub struct Room {
    /// The identifier.
    pub id: Uuid,
    /// The name.
    pub name: String,
    /// When it was created.
    pub created_at: Moment,
    /// When its last meeting was started.
    pub last_meeting_at: Option<Moment>,
    /// When it was deleted; a tombstone then.
    pub deleted_at: Option<Moment>,
    generations: [i32; 3],
}

impl Room {
    /// How many times a link of the room has been renewed.
    #[must_use]
    pub fn generation(&self, kind: LinkKind) -> u32 {
        let [moderator, attendee, authenticated] = self.generations;
        let generation = match kind {
            LinkKind::Moderator => moderator,
            LinkKind::Attendee => attendee,
            LinkKind::Authenticated => authenticated,
        };
        // Counted up from 0: never negative.
        generation.unsigned_abs()
    }
}

impl From<room::Model> for Room {
    fn from(row: room::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            created_at: row.created_at,
            last_meeting_at: row.last_meeting_at,
            deleted_at: row.deleted_at,
            generations: [
                row.moderator_generation,
                row.attendee_generation,
                row.authenticated_generation,
            ],
        }
    }
}

/// Why a room is not created.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The person has as many as allowed.
    #[error("the limit of rooms is reached")]
    Limit,
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// The wish for a room.
pub struct NewRoom<'a> {
    /// Whose it will be.
    pub owner_id: Uuid,
    /// Its name.
    pub name: &'a RoomName,
    /// The request's `Idempotency-Key`.
    pub creation_key: Option<&'a str>,
    /// How many rooms its owner may have.
    pub limit: u64,
}

impl Store {
    /// A page of a person's rooms, the last active first, and how many there are in all.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms_of(
        &self,
        owner_id: Uuid,
        offset: u64,
        limit: u64,
    ) -> Result<(u64, Vec<ListedRoom>), DbErr> {
        let owned = room::Entity::find()
            .filter(room::Column::OwnerId.eq(owner_id))
            .filter(room::Column::DeletedAt.is_null());
        let rows = owned
            .clone()
            .order_by_desc(room::Column::ActiveAt)
            .order_by_desc(room::Column::Id)
            .offset(offset)
            .limit(limit)
            .all(&self.db)
            .await?;
        let got = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        // A first page that is not full is all there is: no need to count.
        let total = if offset == 0 && got < limit {
            got
        } else {
            owned.count(&self.db).await?
        };
        let starred: std::collections::HashSet<Uuid> = favourite::Entity::find()
            .filter(favourite::Column::AccountId.eq(owner_id))
            .select_only()
            .column(favourite::Column::RoomId)
            .into_tuple()
            .all(&self.db)
            .await?
            .into_iter()
            .collect();
        let listed = rows
            .into_iter()
            .map(|row| ListedRoom {
                favourite: starred.contains(&row.id),
                room: row.into(),
            })
            .collect();
        Ok((total, listed))
    }

    /// The room `id` if `owner_id` owns it and it is not deleted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn owned_room(&self, owner_id: Uuid, id: Uuid) -> Result<Option<Room>, DbErr> {
        let row = room::Entity::find_by_id(id)
            .filter(room::Column::OwnerId.eq(owner_id))
            .filter(room::Column::DeletedAt.is_null())
            .one(&self.db)
            .await?;
        Ok(row.map(Room::from))
    }

    /// The room `id`, whoever owns it, its tombstone included: for those who hold one of its links.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn room(&self, id: Uuid) -> Result<Option<Room>, DbErr> {
        Ok(room::Entity::find_by_id(id)
            .one(&self.db)
            .await?
            .map(Room::from))
    }

    /// Creates a room with its code and its PIN. The same owner and `creation_key` again answer the
    /// room that the first request made.
    ///
    /// # Errors
    ///
    /// [`CreateError::Limit`] when the owner has as many rooms as allowed.
    pub async fn create_room(
        &self,
        wish: NewRoom<'_>,
        random: &Random,
        now: Moment,
    ) -> Result<Room, CreateError> {
        let write = self.begin_write().await?;
        lock_owner(&write, wish.owner_id).await?;
        if let Some(key) = wish.creation_key
            && let Some(existing) = created_with(&write, wish.owner_id, key).await?
        {
            return Ok(existing.into());
        }
        let count = room::Entity::find()
            .filter(room::Column::OwnerId.eq(wish.owner_id))
            .filter(room::Column::DeletedAt.is_null())
            .count(&write)
            .await?;
        if count >= wish.limit {
            return Err(CreateError::Limit);
        }
        let row = room::Model {
            id: random.uuid(now),
            owner_id: wish.owner_id,
            name: wish.name.as_str().to_owned(),
            created_at: now,
            last_meeting_at: None,
            active_at: now,
            creation_key: wish.creation_key.map(str::to_owned),
            moderator_generation: 0,
            attendee_generation: 0,
            authenticated_generation: 0,
            deleted_at: None,
        };
        room::Entity::insert(room::ActiveModel::from(row.clone()))
            .exec_without_returning(&write)
            .await?;
        numbers::assign(&write, random, row.id, Purpose::Code).await?;
        numbers::assign(&write, random, row.id, Purpose::Pin).await?;
        write.commit().await?;
        Ok(row.into())
    }

    /// Stars a room, or takes the star away. The caller has checked that the room is the person's.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_favourite(
        &self,
        account_id: Uuid,
        room_id: Uuid,
        favourite: bool,
    ) -> Result<(), DbErr> {
        if favourite {
            let row = favourite::ActiveModel {
                account_id: Set(account_id),
                room_id: Set(room_id),
            };
            favourite::Entity::insert(row)
                .on_conflict(
                    OnConflict::columns([favourite::Column::AccountId, favourite::Column::RoomId])
                        .do_nothing()
                        .to_owned(),
                )
                .exec_without_returning(&self.db)
                .await?;
        } else {
            favourite::Entity::delete_by_id((account_id, room_id))
                .exec(&self.db)
                .await?;
        }
        Ok(())
    }

    /// Remembers that a meeting of the room was started.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn meeting_started(&self, room_id: Uuid, now: Moment) -> Result<(), DbErr> {
        room::Entity::update_many()
            .col_expr(room::Column::LastMeetingAt, Expr::value(now.0))
            .col_expr(room::Column::ActiveAt, Expr::value(now.0))
            .filter(room::Column::Id.eq(room_id))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// Holds the owner's row until the transaction ends, so that two creations at once count one after
/// the other. (SQLite has one writer at a time and no row locks.)
async fn lock_owner(write: &DatabaseTransaction, owner_id: Uuid) -> Result<(), DbErr> {
    account::Entity::find_by_id(owner_id)
        .lock_exclusive()
        .one(write)
        .await?;
    Ok(())
}

async fn created_with(
    write: &DatabaseTransaction,
    owner_id: Uuid,
    key: &str,
) -> Result<Option<room::Model>, DbErr> {
    room::Entity::find()
        .filter(room::Column::OwnerId.eq(owner_id))
        .filter(room::Column::CreationKey.eq(key))
        .one(write)
        .await
}
