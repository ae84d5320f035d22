//! `POST /api/v1/rooms/{id}/files/{file}/restore`: restores a deleted file, within ten minutes.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::Problem;

use super::super::accessible;
use super::{editor, kept};
use crate::auth::signed_in::SignedIn;
use crate::files::Files;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::FilePath;

/// Restores a deleted file. Has no effect on one that is not deleted. After ten minutes there is no such file.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/files/{file}/restore", tag = "files",
    operation_id = "restore_file",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("file" = Uuid, Path, description = "The file"),
    ),
    responses(
        ForOwnerOrDelegate,
        (status = 204, description = "The file is there"),
        (status = 409, body = Problem, description = "The limit of files is reached"),
    ),
)]
pub async fn restore(
    State(store): State<Store>,
    State(files): State<Option<Arc<Files>>>,
    SignedIn(account): SignedIn,
    FilePath { room, file }: FilePath,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, room).await?;
    let files = kept(files)?;
    files.restore(editor(&account, &room), file).await?;
    Ok(StatusCode::NO_CONTENT)
}
