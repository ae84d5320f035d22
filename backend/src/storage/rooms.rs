//! Permanent rooms and their stars.

mod creation;
mod deletion;

use std::collections::HashSet;

use parvis_contract::role::LinkKind;
use parvis_contract::room::RoomName;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, DbErr, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use super::entity::{account, favourite, room};
use super::{Store, Write};
use crate::clock::Moment;

pub use creation::{CreateError, NewRoom};
pub use deletion::{RestoreError, TAKE_BACK};

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

impl Store {
    /// A person's rooms in no order, those included that were deleted after `deleted_since`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms_of(
        &self,
        owner_id: Uuid,
        deleted_since: Moment,
    ) -> Result<Vec<ListedRoom>, DbErr> {
        let rows = room::Entity::find()
            .filter(room::Column::OwnerId.eq(owner_id))
            .filter(
                Condition::any()
                    .add(room::Column::DeletedAt.is_null())
                    .add(room::Column::DeletedAt.gt(deleted_since)),
            )
            .all(&self.db)
            .await?;
        let starred: HashSet<Uuid> = favourite::Entity::find()
            .filter(favourite::Column::AccountId.eq(owner_id))
            .select_only()
            .column(favourite::Column::RoomId)
            .into_tuple()
            .all(&self.db)
            .await?
            .into_iter()
            .collect();
        let listed = rows.into_iter().map(|row| ListedRoom {
            favourite: starred.contains(&row.id),
            room: row.into(),
        });
        Ok(listed.collect())
    }

    /// Whether a person has starred a room.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn is_favourite(&self, account_id: Uuid, room_id: Uuid) -> Result<bool, DbErr> {
        let star = favourite::Entity::find_by_id((account_id, room_id))
            .one(&self.db)
            .await?;
        Ok(star.is_some())
    }

    /// The room `id` if `owner_id` owns it, or owned it: its tombstone included.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn owned_room(&self, owner_id: Uuid, id: Uuid) -> Result<Option<Room>, DbErr> {
        let row = room::Entity::find_by_id(id)
            .filter(room::Column::OwnerId.eq(owner_id))
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
        let _turn = self.turn().await;
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

    /// Gives a room another name, unless it is deleted; tells whether it has. The caller has checked
    /// that the room is the person's.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rename_room(&self, room_id: Uuid, name: &RoomName) -> Result<bool, DbErr> {
        let _turn = self.turn().await;
        let renamed = room::Entity::update_many()
            .col_expr(room::Column::Name, Expr::value(name.as_str()))
            .filter(room::Column::Id.eq(room_id))
            .filter(room::Column::DeletedAt.is_null())
            .exec(&self.db)
            .await?;
        Ok(renamed.rows_affected == 1)
    }

    /// Remembers that a meeting of the room was started.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn meeting_started(&self, room_id: Uuid, now: Moment) -> Result<(), DbErr> {
        let _turn = self.turn().await;
        room::Entity::update_many()
            .col_expr(room::Column::LastMeetingAt, Expr::value(now.0))
            .col_expr(room::Column::ActiveAt, Expr::value(now.0))
            .filter(room::Column::Id.eq(room_id))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// How many rooms a person has.
async fn count_of(write: &Write, owner_id: Uuid) -> Result<u64, DbErr> {
    room::Entity::find()
        .filter(room::Column::OwnerId.eq(owner_id))
        .filter(room::Column::DeletedAt.is_null())
        .count(&**write)
        .await
}

/// Holds the owner's row until the transaction ends, so that two changes at once count one after
/// the other. (SQLite has one writer at a time and no row locks.)
async fn lock_owner(write: &Write, owner_id: Uuid) -> Result<(), DbErr> {
    account::Entity::find_by_id(owner_id)
        .lock_exclusive()
        .one(&**write)
        .await?;
    Ok(())
}
