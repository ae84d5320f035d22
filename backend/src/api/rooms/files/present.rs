//! `POST /api/v1/rooms/{id}/files/{file}/present`: gives a file to the room's running meeting.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::Problem;

use super::super::accessible;
use super::kept;
use crate::auth::signed_in::SignedIn;
use crate::files::Files;
use crate::meetings::Meetings;
use crate::storage::Store;
use crate::web::answers::{AsksConference, ForOwnerOrDelegate};
use crate::web::problem::Refusal;
use crate::web::request::FilePath;

/// Gives a file to the running meeting of a room that the caller has access to. The conference server fetches it, and
/// does not say whether that succeeds.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/files/{file}/present", tag = "files",
    operation_id = "present_file",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("file" = Uuid, Path, description = "The file"),
    ),
    responses(
        ForOwnerOrDelegate,
        AsksConference,
        (status = 204, description = "The conference server has taken it"),
        (status = 409, body = Problem, description = "The meeting is not running"),
    ),
)]
pub async fn present(
    State(store): State<Store>,
    State(files): State<Option<Arc<Files>>>,
    State(meetings): State<Arc<Meetings>>,
    SignedIn(account): SignedIn,
    FilePath { room, file }: FilePath,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, room).await?;
    let file = kept(files)?.find_complete(room.id, file).await?;
    meetings.present(&room, &file).await?;
    Ok(StatusCode::NO_CONTENT)
}
