//! `GET /api/v1/rooms/{id}/files`: a room's files. The submodules have the endpoints of single files.
//!
//! Where the instance keeps no files, the endpoints answer as if they did not exist.

pub mod begin;
pub mod content;
pub mod delete;
pub mod file;
pub mod part;
pub mod present;
pub mod restore;
pub mod update;

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::file::{FileList, RoomFile};
use parvis_contract::problem::ProblemKind;

use super::accessible;
use crate::auth::signed_in::SignedIn;
use crate::files::Files;
use crate::storage::Store;
use crate::storage::accounts::Account;
use crate::storage::files::{Editor, StoredFile};
use crate::storage::rooms::Room;
use crate::web::answers::ForOwnerOrDelegate;
use crate::web::problem::Refusal;
use crate::web::request::{Json, RoomPath};

/// Returns the files of a room that the caller has access to, in their order.
#[utoipa::path(
    get, path = "/api/v1/rooms/{id}/files", tag = "files",
    operation_id = "list_files",
    params(("id" = Uuid, Path, description = "The room")),
    responses(
        ForOwnerOrDelegate,
        (status = 200, body = FileList, description = "The files"),
    ),
)]
pub async fn list(
    State(store): State<Store>,
    State(files): State<Option<Arc<Files>>>,
    SignedIn(account): SignedIn,
    RoomPath(id): RoomPath,
) -> Result<Json<FileList>, Refusal> {
    let room = accessible(&store, &account, id).await?;
    let files = kept(files)?;
    let (deleted, active): (Vec<_>, Vec<_>) = files
        .of(room.id)
        .await?
        .into_iter()
        .partition(|file| file.deleted_at.is_some());
    let (items, unfinished): (Vec<_>, Vec<_>) =
        active.into_iter().partition(|file| file.is_complete);
    let to_wire = |files: Vec<StoredFile>| files.into_iter().map(to_wire).collect();
    Ok(Json(FileList {
        room_name: room.name,
        max_files: files.per_room,
        max_bytes: files.max_bytes,
        items: to_wire(items),
        unfinished: to_wire(unfinished),
        // An upload that was given up cannot be restored.
        deleted: to_wire(
            deleted
                .into_iter()
                .filter(|file| file.is_complete)
                .collect(),
        ),
    }))
}

/// The files, if the instance keeps any.
fn kept(files: Option<Arc<Files>>) -> Result<Arc<Files>, Refusal> {
    files.ok_or_else(|| Refusal::new(ProblemKind::NotFound))
}

/// Who changes which room's files.
fn editor(account: &Account, room: &Room) -> Editor {
    Editor {
        account_id: account.id,
        room_id: room.id,
    }
}

fn to_wire(file: StoredFile) -> RoomFile {
    RoomFile {
        id: file.id,
        received: (!file.is_complete).then_some(file.received),
        name: file.name,
        kind: file.kind,
        size: file.size,
        created_at: file.created_at.to_wire(),
        position: file.position,
        is_first: file.is_first,
        is_downloadable: file.is_downloadable,
    }
}
