//! `POST /api/v1/join/resolve`: where a link leads. A POST, so that the secret stands in no address.

use axum::extract::State;
use parvis_contract::join::{ResolveLink, ResolvedLink};
use parvis_contract::problem::Problem;

use super::open;
use crate::app::App;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// Tells the holder of a link the meeting's name and the kind of link.
#[utoipa::path(
    post, path = "/api/v1/join/resolve", tag = "join", request_body = ResolveLink,
    responses(
        (status = 200, body = ResolvedLink, description = "Where it leads"),
        (status = 404, body = Problem, description = "Not a link of this service"),
        (status = 410, body = Problem, description = "The link was renewed, or its room deleted"),
    ),
)]
pub async fn resolve(
    State(app): State<App>,
    Json(link): Json<ResolveLink>,
) -> Result<Json<ResolvedLink>, Refusal> {
    let (room, kind) = open(&app, &link.secret).await?;
    Ok(Json(ResolvedLink {
        room_name: room.name,
        kind,
    }))
}
