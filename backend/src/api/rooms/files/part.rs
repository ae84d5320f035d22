//! `PUT /api/v1/rooms/{id}/files/{file}/parts?offset=`: receives a part of an upload.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::file::RoomFile;
use parvis_contract::problem::{Problem, ProblemKind};
use serde::Deserialize;
use utoipa::IntoParams;

use super::super::accessible;
use super::{editor, kept, to_wire};
use crate::auth::signed_in::SignedIn;
use crate::files::Files;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::part::PartBody;
use crate::web::problem::Refusal;
use crate::web::request::{FilePath, Json, Query};

/// Where the part belongs.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PartQuery {
    /// The place of its first byte in the file.
    offset: u64,
}

/// Receives a part of an upload: at most 1 MiB, from where the last one ended. Once it is answered, the part is on disk.
/// The part that makes the file as large as announced completes it.
#[utoipa::path(
    put, path = "/api/v1/rooms/{id}/files/{file}/parts", tag = "files",
    operation_id = "upload_part",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    params(
        PartQuery,
        ("id" = Uuid, Path, description = "The room"),
        ("file" = Uuid, Path, description = "The file"),
    ),
    responses(
        ForOwnerOrDelegate,
        (status = 200, body = RoomFile, description = "The part is kept; `received` is absent if it was the last"),
        (status = 409, body = Problem, description = "The upload has received another number of bytes, which `received` says"),
        (status = 413, body = Problem, description = "The part is too large, or larger than what is left of the file"),
        (status = 415, body = Problem, description = "The content is not of the type that the name says; it is deleted"),
        (status = 507, body = Problem, description = "There is no room left to store anything"),
    ),
)]
pub async fn receive(
    State(store): State<Store>,
    State(files): State<Option<Arc<Files>>>,
    SignedIn(account): SignedIn,
    FilePath { room, file }: FilePath,
    Query(PartQuery { offset }): Query<PartQuery>,
    PartBody(content): PartBody,
) -> Result<Json<RoomFile>, Refusal> {
    let room = accessible(&store, &account, room).await?;
    let files = kept(files)?;
    if content.is_empty() {
        return Err(Refusal::new(ProblemKind::Malformed).detail("the part is empty"));
    }
    let editor = editor(&account, &room);
    let file = files.add_part(editor, file, offset, content).await?;
    Ok(Json(to_wire(file)))
}
