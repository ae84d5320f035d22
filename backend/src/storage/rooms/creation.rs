//! Creating rooms.

use parvis_contract::language::Language;
use parvis_contract::options::RoomOptions;
use parvis_contract::room::RoomName;
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::creation_digest::creation_digest;
use super::options::write_options;
use super::temporary::count_of as temporary_count_of;
use super::{Room, add_in, count_of, lock_owner};
use crate::clock::Moment;
use crate::random::Random;
use crate::storage::daily_counts::{self, DailyAction, DailyLimit};
use crate::storage::entity::room::{self, AddIn};
use crate::storage::numbers::{self, NumberKind};
use crate::storage::{Store, Write};

/// Why a room is not created.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The person has the maximum number of rooms.
    #[error("the limit of rooms is reached")]
    Limit,
    /// The person has made as many rooms as one may in a day.
    #[error(transparent)]
    DailyLimit(#[from] DailyLimit),
    /// The room of the first request with this key is deleted.
    #[error("the room that was made is deleted")]
    Deleted,
    /// The first request with this key was different.
    #[error("the key was used for another request")]
    OtherRequest,
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// A room to create.
pub struct NewRoom<'a> {
    /// The owner's account.
    pub owner_id: Uuid,
    /// Its name.
    pub name: &'a RoomName,
    /// The request's `Idempotency-Key`.
    pub creation_key: Option<&'a str>,
    /// The options of its meetings.
    pub options: &'a RoomOptions,
    /// The owner's language.
    pub language: Language,
    /// The id of the key that signs its links.
    pub link_key: u8,
    /// Its lifetime.
    pub lasting: Lasting,
}

/// The lifetime of a room.
#[derive(Clone, Copy)]
pub enum Lasting {
    /// Until its owner deletes it.
    Permanent {
        /// The maximum number of rooms of the owner.
        limit: u64,
        /// The maximum number that the owner makes in a day, with temporary meetings.
        a_day: u64,
    },
    /// For one meeting.
    Temporary {
        /// The latest time at which it is deleted.
        until: Moment,
        /// The maximum number of concurrent temporary meetings of the owner.
        limit: u64,
        /// The maximum number that the owner opens in a day, with permanent rooms.
        a_day: u64,
    },
    /// Until its owner's account is deleted, in no list: the one of the owner, for add-ins.
    Shadow,
    /// For one invitation of an add-in, in no list.
    Hidden {
        /// When it is deleted.
        until: Moment,
        /// The maximum number of such rooms that are made for the owner within a day.
        a_day: u64,
        /// The maximum number of such rooms of the owner.
        limit: u64,
    },
}

impl Store {
    /// Creates a room with its code and its PIN. The same owner, `creation_key` and request again return the
    /// room of the first request.
    ///
    /// # Errors
    ///
    /// [`CreateError`]: the owner has the maximum number of rooms, the first request with the key was different
    /// or its room is deleted, or the database fails.
    pub async fn create_room(
        &self,
        new_room: NewRoom<'_>,
        random: &Random,
        now: Moment,
    ) -> Result<Room, CreateError> {
        let digest = creation_digest(new_room.name, new_room.options)?;
        let write = self.begin_write().await?;
        lock_owner(&write, new_room.owner_id).await?;
        if let Some(key) = new_room.creation_key
            && let Some(existing) = created_with(&write, new_room.owner_id, key).await?
        {
            let is_temporary = matches!(new_room.lasting, Lasting::Temporary { .. });
            let is_same_kind = existing.temporary_until.is_some() == is_temporary;
            let known = existing.creation_digest.as_ref();
            if !is_same_kind || known.is_some_and(|known| *known != digest) {
                return Err(CreateError::OtherRequest);
            }
            return match existing.deleted_at {
                None => Ok(existing.into()),
                Some(_) => Err(CreateError::Deleted),
            };
        }
        if matches!(new_room.lasting, Lasting::Shadow)
            && let Some(existing) = add_in::shadow_of(&write, new_room.owner_id).await?
        {
            return Ok(existing.into());
        }
        let temporary_until = match new_room.lasting {
            Lasting::Permanent { limit, a_day } => {
                count_creation(&write, new_room.owner_id, a_day, now).await?;
                if count_of(&write, new_room.owner_id).await? >= limit {
                    return Err(CreateError::Limit);
                }
                None
            }
            Lasting::Temporary {
                until,
                limit,
                a_day,
            } => {
                count_creation(&write, new_room.owner_id, a_day, now).await?;
                if temporary_count_of(&write, new_room.owner_id).await? >= limit {
                    return Err(CreateError::Limit);
                }
                Some(until)
            }
            Lasting::Shadow => Some(add_in::NEVER),
            Lasting::Hidden {
                until,
                a_day,
                limit,
            } => {
                if add_in::made_within_a_day(&write, new_room.owner_id, now).await? >= a_day
                    || add_in::hidden_count_of(&write, new_room.owner_id).await? >= limit
                {
                    return Err(CreateError::Limit);
                }
                Some(until)
            }
        };
        let link_key = Some(i32::from(new_room.link_key));
        let row = room::Model {
            id: random.uuid(now),
            owner_id: new_room.owner_id,
            name: new_room.name.as_str().to_owned(),
            created_at: now,
            last_meeting_at: None,
            active_at: now,
            last_used_at: Some(now),
            unused_warning_id: None,
            creation_key: new_room.creation_key.map(str::to_owned),
            creation_digest: new_room.creation_key.map(|_| digest),
            moderator_generation: 0,
            attendee_generation: 0,
            authenticated_generation: 0,
            code_generation: 0,
            moderator_key: link_key,
            attendee_key: link_key,
            authenticated_key: link_key,
            options: write_options(new_room.options)?,
            language: new_room.language.tag().to_owned(),
            voice_bridge: None,
            pin_replaced: None,
            temporary_until,
            add_in: match new_room.lasting {
                Lasting::Permanent { .. } | Lasting::Temporary { .. } => None,
                Lasting::Shadow => Some(AddIn::Shadow),
                Lasting::Hidden { .. } => Some(AddIn::Hidden),
            },
            deleted_at: None,
        };
        room::Entity::insert(room::ActiveModel::from(row.clone()))
            .exec_without_returning(&*write)
            .await?;
        numbers::assign(&*write, random, row.id, NumberKind::Code).await?;
        numbers::assign(&*write, random, row.id, NumberKind::Pin).await?;
        write.commit().await?;
        Ok(row.into())
    }
}

/// Counts a creation that is no repetition: it is taken back if the room is not created.
async fn count_creation(
    write: &Write,
    owner: Uuid,
    a_day: u64,
    now: Moment,
) -> Result<(), CreateError> {
    daily_counts::count(&**write, owner, DailyAction::Creation, a_day, now).await??;
    Ok(())
}

async fn created_with(
    write: &Write,
    owner_id: Uuid,
    key: &str,
) -> Result<Option<room::Model>, DbErr> {
    room::Entity::find()
        .filter(room::Column::OwnerId.eq(owner_id))
        .filter(room::Column::CreationKey.eq(key))
        .one(&**write)
        .await
}
