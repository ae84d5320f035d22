//! `DELETE /api/v1/rooms/{id}/files/{file}`: deletes a file; `restore` undoes it.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;

use super::super::accessible;
use super::{editor, kept};
use crate::auth::signed_in::SignedIn;
use crate::files::Files;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::FilePath;

/// Deletes a file of a room that the caller has access to, or gives its upload up. Its content is deleted when that can
/// no longer be undone. Deleting it again has no effect.
#[utoipa::path(
    delete, path = "/api/v1/rooms/{id}/files/{file}", tag = "files",
    operation_id = "delete_file",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("file" = Uuid, Path, description = "The file"),
    ),
    responses(
        ForOwnerOrDelegate,
        (status = 204, description = "Deleted"),
    ),
)]
pub async fn delete(
    State(store): State<Store>,
    State(files): State<Option<Arc<Files>>>,
    SignedIn(account): SignedIn,
    FilePath { room, file }: FilePath,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, room).await?;
    let files = kept(files)?;
    files.delete(editor(&account, &room), file).await?;
    Ok(StatusCode::NO_CONTENT)
}
