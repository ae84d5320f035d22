//! `GET /api/v1/rooms/{id}/files/{file}`: a file, or how far its upload is.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::file::RoomFile;

use super::super::accessible;
use super::{kept, to_wire};
use crate::auth::signed_in::SignedIn;
use crate::files::Files;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::{FilePath, Json};

/// Returns a file of a room that the caller has access to; while it is uploaded, with the number of bytes received.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}/files/{file}", tag = "files",
    operation_id = "get_file",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("file" = Uuid, Path, description = "The file"),
    ),
    responses(
        ForOwnerOrDelegate,
        (status = 200, body = RoomFile, description = "The file"),
    ),
)]
pub async fn file(
    State(store): State<Store>,
    State(files): State<Option<Arc<Files>>>,
    SignedIn(account): SignedIn,
    FilePath { room, file }: FilePath,
) -> Result<Json<RoomFile>, Refusal> {
    let room = accessible(&store, &account, room).await?;
    let file = kept(files)?.find(room.id, file).await?;
    Ok(Json(to_wire(file)))
}
