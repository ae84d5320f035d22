//! `PUT /api/v1/rooms/order`: sets the sort order of a person's rooms on all devices.

use axum::extract::State;
use http::StatusCode;
use parvis_contract::order::RoomOrder;
use parvis_contract::problem::Problem;

use crate::auth::signed_in::SignedIn;
use crate::storage::Store;
use crate::web::answers::ForSignedIn;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// Sets the sort order of the caller's rooms.
#[utoipa::path(
    put, path = "/api/v1/rooms/order", tag = "rooms", request_body = RoomOrder,
    responses(
        ForSignedIn,
        (status = 204, description = "Kept"),
        (status = 400, body = Problem, description = "Not an order"),
    ),
)]
pub async fn set(
    State(store): State<Store>,
    SignedIn(account): SignedIn,
    Json(order): Json<RoomOrder>,
) -> Result<StatusCode, Refusal> {
    store.set_order(account.id, order).await?;
    Ok(StatusCode::NO_CONTENT)
}
