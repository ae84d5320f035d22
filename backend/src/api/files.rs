//! `GET /api/v1/files/{token}`: a file of a room, for the conference server.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use parvis_contract::problem::{Problem, ProblemKind};

use crate::files::Files;
use crate::web::download;
use crate::web::problem::Refusal;

/// Returns the content of a file at its signed address, which is valid for an hour. It names no room.
#[utoipa::path(
    get, path = "/api/v1/files/{token}", tag = "callbacks",
    operation_id = "fetch_file",
    params(("token" = String, Path, description = "What the conference server was given")),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/octet-stream", description = "The content, of the file's own media type"),
        (status = 404, body = Problem, description = "Not an address of this service, or no longer, or the file is deleted"),
    ),
)]
pub async fn fetch(
    State(files): State<Option<Arc<Files>>>,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let files = files.ok_or_else(|| Refusal::new(ProblemKind::NotFound))?;
    let file = files.by_address(&token).await?;
    let content = files.content(&file).await?;
    Ok(download::answer(&file, content))
}
