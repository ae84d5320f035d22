//! `GET /api/v1/rooms`: a person's rooms, own and delegated ones, in pages. The submodules have the endpoints of
//! single rooms; `access` checks who may use them.

mod access;
pub mod create;
pub mod delegates;
pub mod delegation;
pub mod delete;
pub mod end;
pub mod favourite;
pub mod files;
pub mod handover;
pub mod invitation;
pub mod launch;
pub mod meetings;
pub mod order;
pub mod recordings;
pub mod renew;
pub mod restore;
pub mod room;
pub mod update;

use std::sync::Arc;

use access::{accessible, owned, owned_or_deleted};
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use parvis_contract::options::{NotOptions, OptionChanges, RoomOptions};
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Room, RoomPage};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::auth::signed_in::CurrentSession;
use crate::clock::{Clock, Moment};
use crate::collation::{Collator, Collators};
use crate::config::Config;
use crate::live::LiveMeetings;
use crate::room_list_cache::{MadeResponse, RoomListCache, RoomListKey, RoomListKind};
use crate::storage::Store;
use crate::storage::accounts::Account;
use crate::storage::rooms::{ListedRoom, Standing, TAKE_BACK};
use crate::web::accept_language::AcceptLanguage;
use crate::web::answers::ForSignedIn;
use crate::web::prepared_response::PreparedResponse;
use crate::web::problem::Refusal;
use crate::web::request::Query;

/// The maximum page size.
const LARGEST_PAGE: u64 = 2_500;

/// The maximum number of deleted rooms on a page, the most recently deleted first.
const MOST_DELETED: usize = 100;

/// The page to return.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// The number of rooms to skip.
    #[serde(default)]
    offset: u32,
    /// The page size, from 1 to 2,500: another number stands for the nearest of these.
    limit: Option<u32>,
}

/// Returns the caller's rooms, own and delegated ones, in the caller's order.
#[utoipa::path(
    get, path = "/api/v1/rooms", tag = "rooms", params(
        PageQuery,
        ("Accept-Language" = Option<String>, Header, description = "Whose order names are sorted in"),
    ),
    responses(
        ForSignedIn,
        (status = 200, body = RoomPage, description = "A page of the caller's rooms"),
    ),
)]
#[expect(clippy::too_many_arguments, reason = "each is what it uses")]
pub async fn list(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(collators): State<Arc<Collators>>,
    AcceptLanguage(language): AcceptLanguage,
    State(clock): State<Clock>,
    State(cache): State<Arc<RoomListCache>>,
    CurrentSession {
        account, room_list, ..
    }: CurrentSession,
    Query(query): Query<PageQuery>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let now = clock.now();
    let offset = query.offset;
    let limit = u64::from(query.limit.unwrap_or(u32::MAX)).clamp(1, LARGEST_PAGE);
    let key = RoomListKey {
        account: account.id,
        language,
        kind: RoomListKind::Page { offset, limit },
    };
    let make = async {
        let is_taken = take_delegations(&config, &store, &live, &account, now).await;
        let collator = collators.of(language);
        let ValidPage { page, valid_until } =
            page(&store, collator, now, &account, offset, limit).await?;
        Ok(MadeResponse {
            response: PreparedResponse::new(&page)?,
            valid_until: if is_taken { valid_until } else { Some(now) },
        })
    };
    cache.respond(key, room_list, now, &headers, make).await
}

/// Lets a person who opens the portal take the delegations that wait for their address; returns whether nothing is left
/// to take. If that fails, the rooms that they have are listed all the same: it is tried again with the next list.
pub(super) async fn take_delegations(
    config: &Config,
    store: &Store,
    live: &LiveMeetings,
    account: &Account,
    now: Moment,
) -> bool {
    let issuer = &config.agents.issuer;
    match store.take_delegations(account.id, issuer, now).await {
        Ok(true) => live.delegations_changed(),
        Ok(false) => {}
        Err(error) => {
            tracing::error!(%error, "delegations are not taken");
            return false;
        }
    }
    true
}

/// A page of a person's rooms.
pub(super) struct ValidPage {
    /// The page.
    pub page: RoomPage,
    /// When the first of the deleted rooms leaves it.
    pub valid_until: Option<Moment>,
}

/// A page of a person's rooms, in the person's order.
pub(super) async fn page(
    store: &Store,
    collator: &Collator,
    now: Moment,
    account: &Account,
    offset: u32,
    limit: u64,
) -> Result<ValidPage, Refusal> {
    let since = now.minus(TAKE_BACK);
    let mut listed = store.rooms_of(account.id, since).await?;
    // The most recently deleted first.
    listed.sort_by_key(|listed| std::cmp::Reverse(listed.deleted_at));
    let first_deleted = listed.iter().filter_map(|listed| listed.deleted_at).min();
    let (mut active, mut deleted) = (Vec::new(), Vec::new());
    for listed in listed {
        let kind = match listed.deleted_at {
            Some(_) => &mut deleted,
            None => &mut active,
        };
        kind.push(to_wire(listed));
    }
    let order = account.order;
    active.sort_unstable_by(|a, b| {
        let compare_names = || collator.compare(&a.name, &b.name);
        a.sort_keys().compare(b.sort_keys(), order, compare_names)
    });
    deleted.truncate(MOST_DELETED);
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let page = RoomPage {
        owner: account.id.to_string(),
        total: active.len() as u64,
        delegated: active.iter().filter(|room| room.owner.is_some()).count() as u64,
        order,
        items: active
            .into_iter()
            .skip(count(offset.into()))
            .take(count(limit))
            .collect(),
        deleted,
    };
    Ok(ValidPage {
        page,
        valid_until: first_deleted.map(|deleted| deleted.plus(TAKE_BACK)),
    })
}

/// The options with a request's changes, valid.
fn changed(options: &RoomOptions, changes: OptionChanges) -> Result<RoomOptions, Refusal> {
    changes
        .apply(options)
        .map_err(|NotOptions| Refusal::new(ProblemKind::Malformed))?
        .validate()
        .map_err(Refusal::fields)
}

fn to_wire(listed: ListedRoom) -> Room {
    let (owner, delegates, handover_offered) = match listed.standing {
        Standing::Owner { delegates } => (None, delegates, false),
        Standing::Delegate {
            owner,
            handover_offered,
        } => (Some(owner), 0, handover_offered),
    };
    Room {
        id: listed.id,
        name: listed.name,
        favourite: listed.favourite,
        created_at: listed.created_at.to_wire(),
        last_meeting_at: listed.last_meeting_at.map(Moment::to_wire),
        owner,
        delegates: u32::try_from(delegates).unwrap_or(u32::MAX),
        handover_offered,
    }
}
