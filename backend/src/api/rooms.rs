//! `GET /api/v1/rooms`: a person's rooms, a page at a time; and what belongs to one room, below.

pub mod create;
pub mod favourite;
pub mod invitation;
pub mod launch;

use axum::extract::State;
use parvis_contract::room::{Room, RoomPage};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed_in::SignedIn;
use crate::storage::rooms;
use crate::web::problem::Refusal;
use crate::web::request::{Json, Query};

/// The most rooms on a page.
const LARGEST_PAGE: u64 = 500;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// How many rooms to pass over.
    #[serde(default)]
    offset: u32,
    /// How many to answer: 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
}

/// The asker's rooms, the last active first.
#[utoipa::path(
    get, path = "/api/v1/rooms", tag = "rooms", params(PageQuery),
    responses(
        (status = 200, body = RoomPage, description = "A page of the asker's rooms"),
        (status = 401, body = parvis_contract::problem::Problem, description = "Nobody is signed in"),
    ),
)]
pub async fn list(
    State(app): State<App>,
    SignedIn(account): SignedIn,
    Query(query): Query<PageQuery>,
) -> Result<Json<RoomPage>, Refusal> {
    let limit = u64::from(query.limit.unwrap_or(u32::MAX)).clamp(1, LARGEST_PAGE);
    page(&app, account.id, u64::from(query.offset), limit)
        .await
        .map(Json)
}

/// A page of a person's rooms.
pub(super) async fn page(
    app: &App,
    owner_id: Uuid,
    offset: u64,
    limit: u64,
) -> Result<RoomPage, Refusal> {
    let (total, listed) = app.store.rooms_of(owner_id, offset, limit).await?;
    let items = listed
        .into_iter()
        .map(|row| to_wire(row.room, row.favourite))
        .collect();
    Ok(RoomPage { total, items })
}

fn to_wire(room: rooms::Room, favourite: bool) -> Room {
    Room {
        id: room.id,
        name: room.name,
        favourite,
        created_at: room.created_at.to_wire(),
        last_meeting_at: room.last_meeting_at.map(crate::clock::Moment::to_wire),
    }
}
