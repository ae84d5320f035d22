//! `PATCH /api/v1/rooms/{id}/files/{file}`: renames a file, moves it, and says how meetings show it.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::file::{FileName, UpdateFile};
use parvis_contract::problem::Problem;

use super::super::accessible;
use super::{editor, kept};
use crate::auth::signed_in::SignedIn;
use crate::files::Files;
use crate::storage::Store;
use crate::storage::files::FileChange;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::{FilePath, Json};

/// Changes a file of a room that the caller has access to. Meetings that run do not change.
#[utoipa::path(
    patch, path = "/api/v1/rooms/{id}/files/{file}", tag = "files",
    operation_id = "update_file",
    request_body = UpdateFile,
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("file" = Uuid, Path, description = "The file"),
    ),
    responses(
        ForOwnerOrDelegate,
        (status = 204, description = "Changed"),
        (status = 422, body = Problem, description = "The name is refused"),
    ),
)]
pub async fn update(
    State(store): State<Store>,
    State(files): State<Option<Arc<Files>>>,
    SignedIn(account): SignedIn,
    FilePath { room, file }: FilePath,
    Json(change): Json<UpdateFile>,
) -> Result<StatusCode, Refusal> {
    let room = accessible(&store, &account, room).await?;
    let files = kept(files)?;
    // The extension stays that of its type.
    let kind = files.find_complete(room.id, file).await?.kind;
    let name = change
        .name
        .map(|name| FileName::parse(&name, kind))
        .transpose()
        .map_err(|reason| Refusal::field("name", reason))?;
    let change = FileChange {
        name: name.as_ref(),
        is_first: change.is_first,
        is_downloadable: change.is_downloadable,
        position: change.position,
    };
    files.change(editor(&account, &room), file, &change).await?;
    Ok(StatusCode::NO_CONTENT)
}
