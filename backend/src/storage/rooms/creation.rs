//! Creating rooms.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use parvis_contract::language::Language;
use parvis_contract::options::RoomOptions;
use parvis_contract::room::RoomName;
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::options::write_options;
use super::temporary::count_of as temporary_count_of;
use super::{Room, count_of, lock_owner};
use crate::clock::Moment;
use crate::random::Random;
use crate::storage::entity::room;
use crate::storage::numbers::{self, Purpose};
use crate::storage::{Store, Write};

/// Why a room is not created.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The person has as many as allowed.
    #[error("the limit of rooms is reached")]
    Limit,
    /// The first request with this key made a room that is deleted by now.
    #[error("the room that was made is deleted")]
    Deleted,
    /// The first request with this key asked for something else.
    #[error("the key was used for another wish")]
    OtherWish,
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
    /// How its meetings are.
    pub options: &'a RoomOptions,
    /// The language that its owner uses.
    pub language: Language,
    /// The id of the key that its links are signed with.
    pub link_key: u8,
    /// How long it is to be there.
    pub lasting: Lasting,
}

/// How long a room is to be there.
#[derive(Clone, Copy)]
pub enum Lasting {
    /// Until its owner deletes it; of such an owner may have so many.
    Permanent {
        /// How many.
        limit: u64,
    },
    /// For one meeting, and until then at the latest.
    Temporary {
        /// When it is forgotten.
        until: Moment,
        /// Of such an owner may have so many at once.
        limit: u64,
    },
}

impl Store {
    /// Creates a room with its code and its PIN. The same owner and `creation_key` again answer the
    /// room that the first request made, if the wish is the same.
    ///
    /// # Errors
    ///
    /// [`CreateError`]: the owner has as many rooms as allowed, the room that the first request made is
    /// deleted, the wish is another, or the database fails.
    pub async fn create_room(
        &self,
        wish: NewRoom<'_>,
        random: &Random,
        now: Moment,
    ) -> Result<Room, CreateError> {
        let digest = digest(&wish)?;
        let write = self.begin_write().await?;
        lock_owner(&write, wish.owner_id).await?;
        if let Some(key) = wish.creation_key
            && let Some(existing) = created_with(&write, wish.owner_id, key).await?
        {
            let is_temporary = matches!(wish.lasting, Lasting::Temporary { .. });
            let is_same_kind = existing.temporary_until.is_some() == is_temporary;
            let known = existing.creation_digest.as_ref();
            if !is_same_kind || known.is_some_and(|known| *known != digest) {
                return Err(CreateError::OtherWish);
            }
            return match existing.deleted_at {
                None => Ok(existing.into()),
                Some(_) => Err(CreateError::Deleted),
            };
        }
        let temporary_until = match wish.lasting {
            Lasting::Permanent { limit } => {
                if count_of(&write, wish.owner_id).await? >= limit {
                    return Err(CreateError::Limit);
                }
                None
            }
            Lasting::Temporary { until, limit } => {
                if temporary_count_of(&write, wish.owner_id).await? >= limit {
                    return Err(CreateError::Limit);
                }
                Some(until)
            }
        };
        let link_key = Some(i32::from(wish.link_key));
        let row = room::Model {
            id: random.uuid(now),
            owner_id: wish.owner_id,
            name: wish.name.as_str().to_owned(),
            created_at: now,
            last_meeting_at: None,
            active_at: now,
            creation_key: wish.creation_key.map(str::to_owned),
            creation_digest: wish.creation_key.map(|_| digest),
            moderator_generation: 0,
            attendee_generation: 0,
            authenticated_generation: 0,
            code_generation: 0,
            moderator_key: link_key,
            attendee_key: link_key,
            authenticated_key: link_key,
            options: write_options(wish.options)?,
            language: wish.language.tag().to_owned(),
            voice_bridge: None,
            pin_replaced: None,
            temporary_until,
            deleted_at: None,
        };
        room::Entity::insert(room::ActiveModel::from(row.clone()))
            .exec_without_returning(&*write)
            .await?;
        numbers::assign(&*write, random, row.id, Purpose::Code).await?;
        numbers::assign(&*write, random, row.id, Purpose::Pin).await?;
        write.commit().await?;
        Ok(row.into())
    }
}

/// What tells one wish from another: a digest of what was understood of it, 43 characters of base64url.
fn digest(wish: &NewRoom<'_>) -> Result<String, DbErr> {
    let wish = format!("{}\n{}", wish.name.as_str(), write_options(wish.options)?);
    Ok(URL_SAFE_NO_PAD.encode(Sha256::digest(wish)))
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
