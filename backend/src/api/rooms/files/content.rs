//! `GET /api/v1/rooms/{id}/files/{file}/content`: the content of a file.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::super::accessible;
use super::kept;
use crate::auth::signed_in::SignedIn;
use crate::files::Files;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::download;
use crate::web::problem::Refusal;
use crate::web::request::FilePath;

/// Returns the content of a file of a room that the caller has access to, for the browser to save.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}/files/{file}/content", tag = "files",
    operation_id = "download_file",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("file" = Uuid, Path, description = "The file"),
    ),
    responses(
        ForOwnerOrDelegate,
        (status = 200, body = Vec<u8>, content_type = "application/octet-stream", description = "The content, of the file's own media type"),
    ),
)]
pub async fn content(
    State(store): State<Store>,
    State(files): State<Option<Arc<Files>>>,
    SignedIn(account): SignedIn,
    FilePath { room, file }: FilePath,
) -> Result<Response, Refusal> {
    let room = accessible(&store, &account, room).await?;
    let files = kept(files)?;
    let file = files.find_complete(room.id, file).await?;
    let content = files.content(&file).await?;
    Ok(download::answer(&file, content))
}
