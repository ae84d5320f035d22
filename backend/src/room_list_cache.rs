//! Responses with a person's list of rooms, kept in memory until the list changes.
//!
//! Whether it has changed is asked of the database for each request, so a response is as new as if it were made for that
//! request, whichever node has made a change (but see [`LIFETIME`]). An entry that is not used for long makes room for
//! others.

use std::sync::Arc;
use std::time::Duration;

use axum::response::Response;
use http::HeaderMap;
use parvis_contract::language::Language;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use uuid::Uuid;

use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::room_lists::RoomListVersion;
use crate::web::prepared_response::PreparedResponse;
use crate::web::problem::Refusal;

/// The memory for all responses, in bytes: those of a thousand people with 50 rooms.
const CAPACITY: u64 = 16 * 1024 * 1024;

/// How long a response is kept at most. A trigger of PostgreSQL does not see what another transaction has written and not
/// committed: a room that changes in the instant in which somebody becomes its delegate may change unseen by them.
const LIFETIME: Duration = Duration::from_mins(10);

/// What a response is expected to take, in bytes.
const USUAL_SIZE: usize = 16 * 1024;

/// The memory that an entry takes beside its response, in bytes, about.
const OVERHEAD: usize = 256;

/// Which response: the account, and what else it depends on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RoomListKey {
    /// Whose list.
    pub account: Uuid,
    /// The language whose order names are sorted in.
    pub language: Language,
    /// What contains the list.
    pub kind: RoomListKind,
}

/// What contains a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RoomListKind {
    /// What the app needs to start.
    Bootstrap {
        /// Whether the request comes from a professional network of the state.
        on_professional_network: bool,
    },
    /// A page of rooms.
    Page {
        /// The number of rooms before it.
        offset: u32,
        /// Its size.
        limit: u64,
    },
    /// How to invite to the rooms, for add-ins.
    Invitations {
        /// Whether the conference server is expected to replace the PINs of rooms that had no meeting.
        pin_replaced: bool,
    },
}

/// A response that was made.
pub struct MadeResponse {
    /// The response.
    pub response: PreparedResponse,
    /// When it changes without a change of the list: rooms that were deleted leave it.
    pub valid_until: Option<Moment>,
}

struct Entry {
    version: RoomListVersion,
    made_at: Moment,
    made: MadeResponse,
}

impl Entry {
    fn is_valid(&self, version: RoomListVersion, now: Moment) -> bool {
        let Self { made_at, made, .. } = self;
        // The clock may have been set back.
        self.version == version
            && *made_at <= now
            && now < made_at.plus(LIFETIME)
            && made.valid_until.is_none_or(|until| now < until)
    }
}

#[derive(Clone)]
struct BySize;

impl Weighter<RoomListKey, Arc<Entry>> for BySize {
    fn weight(&self, _: &RoomListKey, entry: &Arc<Entry>) -> u64 {
        (entry.made.response.size() + OVERHEAD) as u64
    }
}

/// The responses.
pub struct RoomListCache {
    store: Store,
    entries: Cache<RoomListKey, Arc<Entry>, BySize>,
}

impl RoomListCache {
    /// Without any response.
    #[must_use]
    pub fn new(store: Store) -> Self {
        let items = usize::try_from(CAPACITY).unwrap_or(usize::MAX) / USUAL_SIZE;
        Self {
            store,
            entries: Cache::with_weighter(items, CAPACITY, BySize),
        }
    }

    /// The response for a list that has this version, to a request with the headers `asked`: a kept one, or the one that
    /// `make` makes of what it reads now. The version must have been read before that.
    ///
    /// # Errors
    ///
    /// Those of `make`.
    pub async fn respond(
        &self,
        key: RoomListKey,
        version: RoomListVersion,
        now: Moment,
        asked: &HeaderMap,
        make: impl Future<Output = Result<MadeResponse, Refusal>>,
    ) -> Result<Response, Refusal> {
        if let Some(entry) = self.entries.get(&key)
            && entry.is_valid(version, now)
        {
            if cfg!(debug_assertions) {
                self.check(&key, &entry, make.await?).await?;
            }
            return Ok(entry.made.response.respond(asked));
        }
        let entry = Arc::new(Entry {
            version,
            made_at: now,
            made: make.await?,
        });
        let response = entry.made.response.respond(asked);
        self.entries.insert(key, entry);
        Ok(response)
    }

    /// Panics if a kept response is not what would be made for the request: in tests, where a change that no trigger
    /// tells of must not stay unseen.
    async fn check(
        &self,
        key: &RoomListKey,
        kept: &Entry,
        made: MadeResponse,
    ) -> Result<(), Refusal> {
        let version = self.store.room_list_version(key.account).await?;
        let is_unchanged = version == kept.version;
        assert!(
            !is_unchanged || made.response.is_same(&kept.made.response),
            "the list of rooms has changed, and its version has not: {:?}",
            key.kind
        );
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_response_is_kept_until_the_list_changes_or_a_deleted_room_leaves_it() {
        let version = RoomListVersion::new(Some(7), 2);
        let response = PreparedResponse::new(&[0]).map_err(|_| ());
        let mut entry = Entry {
            version,
            made_at: Moment(10),
            made: MadeResponse {
                response: response.expect("a response"),
                valid_until: Some(Moment(20)),
            },
        };
        assert!(entry.is_valid(version, Moment(10)));
        assert!(entry.is_valid(version, Moment(19)));
        assert!(!entry.is_valid(version, Moment(20)));
        assert!(!entry.is_valid(version, Moment(9)));
        entry.made.valid_until = None;
        let late = Moment(10).plus(LIFETIME);
        assert!(entry.is_valid(version, Moment(late.0 - 1)));
        assert!(!entry.is_valid(version, late));
        // The later of two transactions has committed first, then the other; or changes were merged.
        for other in [(Some(7), 3), (Some(8), 2), (None, 0)] {
            let other = RoomListVersion::new(other.0, other.1);
            assert!(!entry.is_valid(other, Moment(10)));
        }
    }
}
