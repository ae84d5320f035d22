//! Rooms: permanent ones, and those of one temporary meeting.

mod creation;
mod deletion;
mod favourites;
mod keys;
mod options;
mod renewal;
mod standing;
mod temporary;
mod voice_bridge;

use std::collections::HashSet;

use parvis_contract::code::Pin;
use parvis_contract::language::Language;
use parvis_contract::options::RoomOptions;
use parvis_contract::role::LinkKind;
use parvis_contract::room::RoomName;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, Condition, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::entity::{account, favourite, room};
use super::{Store, Write};
use crate::clock::Moment;
use crate::links::Way;

use options::{read_options, write_options};

pub use creation::{CreateError, Lasting, NewRoom};
pub use deletion::{RestoreError, TAKE_BACK};
pub use standing::Standing;

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
    /// Whose it is.
    pub owner_id: Uuid,
    /// The name.
    pub name: String,
    /// When it was created.
    pub created_at: Moment,
    /// When its last meeting was started.
    pub last_meeting_at: Option<Moment>,
    /// When it was deleted; a tombstone then.
    pub deleted_at: Option<Moment>,
    /// For a temporary meeting, which is a room of one meeting: when it is forgotten at the latest.
    pub temporary_until: Option<Moment>,
    /// The PIN by which callers join its last meeting, as the conference server answered it.
    pub voice_bridge: Option<Pin>,
    /// Whether that never was a PIN of the room; unknown before the first meeting.
    pub pin_replaced: Option<bool>,
    /// How its meetings are.
    pub options: RoomOptions,
    /// The language that its owner uses.
    pub language: Language,
    code_generation: i32,
    links: [(i32, Option<i32>); 3],
}

impl Room {
    /// How many times a way into the room has been renewed.
    #[must_use]
    pub fn generation(&self, way: Way) -> u32 {
        let generation = match way {
            Way::Link(kind) => self.link(kind).0,
            Way::Code => self.code_generation,
        };
        // Counted up from 0: never negative.
        generation.unsigned_abs()
    }

    /// Whether anybody may come in: it is not deleted and, for a temporary meeting, its day is not
    /// over.
    #[must_use]
    pub fn is_open_at(&self, now: Moment) -> bool {
        self.deleted_at.is_none() && self.temporary_until.is_none_or(|until| until > now)
    }

    /// The id of the key that a link of the room is signed with.
    #[must_use]
    pub fn link_key(&self, kind: LinkKind) -> Option<u8> {
        self.link(kind).1.and_then(|key| key.try_into().ok())
    }

    fn link(&self, kind: LinkKind) -> (i32, Option<i32>) {
        let [moderator, attendee, authenticated] = self.links;
        match kind {
            LinkKind::Moderator => moderator,
            LinkKind::Attendee => attendee,
            LinkKind::Authenticated => authenticated,
        }
    }
}

impl From<room::Model> for Room {
    fn from(row: room::Model) -> Self {
        Self {
            id: row.id,
            owner_id: row.owner_id,
            name: row.name,
            created_at: row.created_at,
            last_meeting_at: row.last_meeting_at,
            deleted_at: row.deleted_at,
            temporary_until: row.temporary_until,
            voice_bridge: row.voice_bridge.and_then(|pin| Pin::parse(&pin.0).ok()),
            pin_replaced: row.pin_replaced,
            options: read_options(&row.options),
            // One that a newer version knows is none here.
            language: Language::from_tag(&row.language).unwrap_or_default(),
            code_generation: row.code_generation,
            links: [
                (row.moderator_generation, row.moderator_key),
                (row.attendee_generation, row.attendee_key),
                (row.authenticated_generation, row.authenticated_key),
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
            .filter(room::Column::TemporaryUntil.is_null())
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

    /// The permanent room `id` if `owner_id` owns it, or owned it: its tombstone included.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn owned_room(&self, owner_id: Uuid, id: Uuid) -> Result<Option<Room>, DbErr> {
        let row = room::Entity::find_by_id(id)
            .filter(room::Column::OwnerId.eq(owner_id))
            .filter(room::Column::TemporaryUntil.is_null())
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

    /// Those of these rooms that are known, tombstones and temporary meetings included.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms(&self, ids: &[Uuid]) -> Result<Vec<Room>, DbErr> {
        let mut rooms = Vec::with_capacity(ids.len());
        // A statement holds only so many values.
        for ids in ids.chunks(500) {
            let rows = room::Entity::find()
                .filter(room::Column::Id.is_in(ids.iter().copied()))
                .all(&self.db)
                .await?;
            rooms.extend(rows.into_iter().map(Room::from));
        }
        Ok(rooms)
    }

    /// Changes a room's name, its options, or both, unless it is deleted; tells whether it has. The
    /// caller has checked that the room is the person's.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn update_room(
        &self,
        room_id: Uuid,
        name: Option<&RoomName>,
        options: Option<&RoomOptions>,
    ) -> Result<bool, DbErr> {
        let _turn = self.turn().await?;
        let mut update = room::Entity::update_many()
            // A statement changes something: what nobody wants changed stays what it is.
            .col_expr(room::Column::Id, Expr::value(room_id))
            .filter(room::Column::Id.eq(room_id))
            .filter(room::Column::DeletedAt.is_null());
        if let Some(name) = name {
            update = update.col_expr(room::Column::Name, Expr::value(name.as_str()));
        }
        if let Some(options) = options {
            let options = write_options(options)?;
            update = update.col_expr(room::Column::Options, Expr::value(options));
        }
        Ok(update.exec(&self.db).await?.rows_affected == 1)
    }

    /// Remembers the language that a room's owner uses.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_room_language(&self, room_id: Uuid, language: Language) -> Result<(), DbErr> {
        let _turn = self.turn().await?;
        room::Entity::update_many()
            .col_expr(room::Column::Language, Expr::value(language.tag()))
            .filter(room::Column::Id.eq(room_id))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Remembers that a meeting of the room was started.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn meeting_started(&self, room_id: Uuid, now: Moment) -> Result<(), DbErr> {
        let _turn = self.turn().await?;
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
        .filter(room::Column::TemporaryUntil.is_null())
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
