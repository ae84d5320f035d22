//! `POST /api/v1/rooms/{id}/files`: begins the upload of a file.

use std::sync::Arc;

use axum::extract::State;
use http::{HeaderMap, StatusCode};
use parvis_contract::file::{FileName, FileNameError, NewFile, PART_BYTES, Upload};
use parvis_contract::problem::{Problem, ProblemKind};

use super::super::accessible;
use super::super::create::idempotency_key;
use super::{editor, kept, to_wire};
use crate::auth::signed_in::SignedIn;
use crate::files::Files;
use crate::storage::Store;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Begins the upload of a file to a room that the caller has access to. Its content follows in parts; an upload that is
/// not complete after a day is deleted.
#[utoipa::path(
    post, path = "/api/v1/rooms/{id}/files", tag = "files", request_body = NewFile,
    operation_id = "begin_upload",
    params(
        ("id" = Uuid, Path, description = "The room"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 64, pattern = "^[!-~]*$",
            description = "The same key and body again answer the upload that the first request has begun"),
    ),
    responses(
        ForOwnerOrDelegate,
        (status = 201, body = Upload, description = "The upload"),
        (status = 409, body = Problem, description = "The limit of files is reached"),
        (status = 413, body = Problem, description = "The file is too large"),
        (status = 415, body = Problem, description = "The name has no extension of a type that is accepted, or the file is empty"),
        (status = 422, body = Problem, description = "The name is refused, or the key was used with another body"),
    ),
)]
pub async fn begin(
    State(store): State<Store>,
    State(files): State<Option<Arc<Files>>>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
    headers: HeaderMap,
    Json(new): Json<NewFile>,
) -> Result<(StatusCode, Json<Upload>), Refusal> {
    let room = accessible(&store, &account, id).await?;
    let files = kept(files)?;
    let name = FileName::clean(&new.name).map_err(|error| match error {
        FileNameError::Text(reason) => Refusal::field("name", reason),
        FileNameError::UnknownType => Refusal::new(ProblemKind::FileTypeRefused),
    })?;
    let editor = editor(&account, &room);
    let key = idempotency_key(&headers)?;
    let file = files.begin(editor, &name, new.size, key).await?;
    let upload = Upload {
        file: to_wire(file),
        part_bytes: PART_BYTES,
    };
    Ok((StatusCode::CREATED, Json(upload)))
}
