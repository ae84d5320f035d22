//! Rooms: permanent ones, and the rooms of temporary meetings.

mod add_in;
mod change;
mod creation;
mod creation_digest;
mod deletion;
mod favourites;
mod keys;
mod list;
mod options;
mod renewal;
mod room_state;
mod temporary;
mod voice_bridge;

use parvis_contract::code::Pin;
use parvis_contract::language::Language;
use parvis_contract::options::RoomOptions;
use parvis_contract::role::LinkKind;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait as _, Condition, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::entity::{account, delegation, room};
use super::unused::{is_recent, used};
use super::{Store, Write};
use crate::clock::Moment;
use crate::links::EntryMethod;

use options::read_options;

pub use creation::{CreateError, Lasting, NewRoom};
pub(super) use deletion::delete_if;
pub use deletion::{RestoreError, TAKE_BACK};
pub use list::{ListedRoom, Standing};
pub use room_state::RoomState;

/// A room.
#[derive(Clone, Debug)]
pub struct Room {
    /// The identifier.
    pub id: Uuid,
    /// The owner's account.
    pub owner_id: Uuid,
    /// The name.
    pub name: String,
    /// The time of creation.
    pub created_at: Moment,
    /// The start of its last meeting.
    pub last_meeting_at: Option<Moment>,
    /// When it was last used, as far as that is recorded.
    last_used_at: Option<Moment>,
    /// Whether its owner was warned that it will be deleted as unused.
    is_warned_of: bool,
    /// The time of deletion; the row is a tombstone then.
    pub deleted_at: Option<Moment>,
    /// For a temporary meeting, which has a room of its own: the latest time at which it is deleted.
    pub temporary_until: Option<Moment>,
    /// Whether an add-in has made it. It is treated as a temporary meeting that lasts until its time and may be held
    /// several times.
    pub is_of_add_in: bool,
    /// The PIN of its last meeting, as the conference server returned it.
    pub voice_bridge: Option<Pin>,
    /// Whether that was never a PIN of the room; unknown before the first meeting.
    pub pin_replaced: Option<bool>,
    /// The options of its meetings.
    pub options: RoomOptions,
    /// The owner's language.
    pub language: Language,
    code_generation: i32,
    links: [(i32, Option<i32>); 3],
}

impl Room {
    /// How many times an entry method of the room has been renewed.
    #[must_use]
    pub fn generation(&self, entry: EntryMethod) -> u32 {
        let generation = match entry {
            EntryMethod::Link(kind) => self.link(kind).0,
            EntryMethod::Code => self.code_generation,
        };
        // Starts at 0 and only grows.
        generation.unsigned_abs()
    }

    /// Whether it is recorded that the room was used on this day, so that nobody deletes it as unused.
    #[must_use]
    pub fn is_known_as_used(&self, now: Moment) -> bool {
        !self.is_warned_of && is_recent(self.last_used_at, now)
    }

    /// Whether the room can be entered: it is not deleted and, for a temporary meeting, its day has not passed.
    #[must_use]
    pub fn is_open_at(&self, now: Moment) -> bool {
        self.deleted_at.is_none() && self.temporary_until.is_none_or(|until| until > now)
    }

    /// The id of the key that signs a link of the room.
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
            last_used_at: row.last_used_at,
            is_warned_of: row.unused_warning_id.is_some(),
            deleted_at: row.deleted_at,
            temporary_until: row.temporary_until,
            is_of_add_in: row.add_in.is_some(),
            voice_bridge: row.voice_bridge.and_then(|pin| Pin::parse(&pin.0).ok()),
            pin_replaced: row.pin_replaced,
            options: read_options(&row.options),
            // A language that only a newer version knows becomes the default.
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
    /// The permanent room `id` if the person owns it, deleted or not, or is a delegate of it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn accessible_room(&self, account_id: Uuid, id: Uuid) -> Result<Option<Room>, DbErr> {
        let row = room::Entity::find_by_id(id)
            .filter(room::Column::TemporaryUntil.is_null())
            .filter(has_access(account_id))
            .one(&self.db)
            .await?;
        Ok(row.map(Room::from))
    }

    /// The room `id` of any owner, for holders of its links; may be a tombstone.
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

    /// The known rooms among `ids`, including tombstones and temporary meetings.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rooms(&self, ids: &[Uuid]) -> Result<Vec<Room>, DbErr> {
        let mut rooms = Vec::with_capacity(ids.len());
        // The number of parameters of a statement is limited.
        for ids in ids.chunks(500) {
            let rows = room::Entity::find()
                .filter(room::Column::Id.is_in(ids.iter().copied()))
                .all(&self.db)
                .await?;
            rooms.extend(rows.into_iter().map(Room::from));
        }
        Ok(rooms)
    }

    /// Stores the owner's language.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_room_language(
        &self,
        owner_id: Uuid,
        room_id: Uuid,
        language: Language,
    ) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        room::Entity::update_many()
            .col_expr(room::Column::Language, Expr::value(language.tag()))
            .filter(room::Column::Id.eq(room_id))
            // It may have been handed over meanwhile.
            .filter(room::Column::OwnerId.eq(owner_id))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Records the start of a meeting of the room.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn meeting_started(&self, room_id: Uuid, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        used(room::Entity::update_many(), now)
            .col_expr(room::Column::LastMeetingAt, Expr::value(now.0))
            .col_expr(room::Column::ActiveAt, Expr::value(now.0))
            .filter(room::Column::Id.eq(room_id))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// A room that an account owns, or of which it is a delegate and which is not deleted.
pub(super) fn has_access(account_id: Uuid) -> Condition {
    let delegated = Query::select()
        .column(delegation::Column::RoomId)
        .from(delegation::Entity)
        .and_where(delegation::Column::AccountId.eq(account_id))
        .take();
    Condition::any()
        .add(room::Column::OwnerId.eq(account_id))
        .add(
            Condition::all()
                .add(room::Column::DeletedAt.is_null())
                .add(room::Column::Id.in_subquery(delegated)),
        )
}

/// The number of a person's own rooms.
pub(super) async fn count_of(write: &Write, owner_id: Uuid) -> Result<u64, DbErr> {
    room::Entity::find()
        .filter(room::Column::OwnerId.eq(owner_id))
        .filter(room::Column::DeletedAt.is_null())
        .filter(room::Column::TemporaryUntil.is_null())
        .count(&**write)
        .await
}

/// Locks an account's row until the transaction ends, so that concurrent changes are counted one after the
/// other. (SQLite has one writer at a time and no row locks.)
pub(super) async fn lock_owner(write: &Write, owner_id: Uuid) -> Result<(), DbErr> {
    account::Entity::find_by_id(owner_id)
        .lock_exclusive()
        .one(&**write)
        .await?;
    Ok(())
}
