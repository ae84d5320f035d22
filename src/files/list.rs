//! The files of a room on the page, and what is done with them.

use leptos::prelude::*;
use parvis_contract::file::{FileId, FileList, FileName, RoomFile, UpdateFile};
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomId;
use parvis_ui::{Announcer, focus_on_heading_soon, focus_soon, has_focus, spawn};

use super::state::{ListedFile, ShownFile, in_order};
use crate::api::{Api, ApiError};
use crate::i18n::I18n;
use crate::i18n::agents::AgentTexts;
use crate::i18n::files::{FileTexts, texts_untracked};
use crate::optimistic::Optimistic;
use crate::rows::{Change, Row, Rows};

/// The row of a file.
pub type FileRow = Row<ShownFile>;

/// The parts of a row's element identifiers.
pub const RENAME: &str = "rename";
pub const DELETE: &str = "delete";
pub const RESTORE: &str = "restore";
pub const UP: &str = "up";
pub const DOWN: &str = "down";

/// The files of a room; belongs to the page.
#[derive(Clone, Copy)]
pub struct Files {
    pub rows: Rows<ShownFile>,
    /// The maximum number of files of a room.
    pub limit: u64,
    pub room: RoomId,
    pub api: Api,
    /// The uploads of this page, which are shown apart.
    own_uploads: StoredValue<Vec<FileId>>,
    i18n: I18n,
    announcer: Announcer,
}

impl Files {
    /// Creates the list from the backend's.
    pub fn new(room: RoomId, list: FileList) -> Self {
        Self {
            limit: list.max_files,
            rows: Rows::new(in_order(list)),
            room,
            api: Api::get(),
            own_uploads: StoredValue::new(Vec::new()),
            i18n: I18n::get(),
            announcer: Announcer::get(),
        }
    }

    /// The number of files that count for the limit, without the uploads of this page.
    pub fn count(self) -> usize {
        let rows = self.rows.all();
        rows.into_iter()
            .filter(|row| !row.is_gone() && !row.read(|file| *file.deleted.shown()))
            .count()
    }

    /// The number of files that can be moved.
    pub fn places(self) -> u64 {
        let rows = self.rows.all();
        let places = rows.into_iter().filter(|row| row.read(has_place));
        places.count() as u64
    }

    /// Notes that an upload is one of this page.
    pub fn own_upload(self, id: FileId) {
        self.own_uploads.try_update_value(|own| own.push(id));
    }

    /// Shows a file whose upload is complete.
    pub fn insert(self, file: RoomFile) {
        self.announce(|texts| texts.upload_done(&file.name));
        self.rows.insert(ListedFile {
            file,
            is_deleted: false,
            place: self.places(),
        });
        self.refresh();
    }

    /// Requests the list and applies it.
    pub fn refresh(self) {
        let Self {
            rows, room, api, ..
        } = self;
        spawn(async move {
            rows.refresh(async move || {
                let mut list = api.files(room).await?;
                let own = self.own_uploads.try_get_value().unwrap_or_default();
                list.unfinished.retain(|file| !own.contains(&file.id));
                Ok(in_order(list))
            })
            .await;
        });
    }

    /// Renames a file, whose field is closed. After a refusal the field is opened again with the name.
    pub fn rename(self, row: FileRow, name: &FileName) {
        row.update(|file| file.typed = None);
        let name = name.as_str().to_owned();
        self.announce(|texts| texts.renamed(&name));
        let patch = |name| UpdateFile {
            name: Some(name),
            ..UpdateFile::default()
        };
        let change = Change {
            what: |_| |catalogue| FileTexts(catalogue).rename_refused(),
            on_refusal: |file: &mut ShownFile, name| {
                file.typed.get_or_insert(name);
            },
            ..self.update(row, |file| &mut file.name, patch)
        };
        self.change(row, change, name);
    }

    /// Sets whether participants may download a file.
    pub fn set_downloadable(self, row: FileRow, is_downloadable: bool) {
        let patch = |is_downloadable| UpdateFile {
            is_downloadable: Some(is_downloadable),
            ..UpdateFile::default()
        };
        let change = self.update(row, |file| &mut file.is_downloadable, patch);
        self.change(row, change, is_downloadable);
    }

    /// Sets whether meetings show a file first; then the one that was first before no longer is.
    pub fn set_first(self, row: FileRow, is_first: bool) {
        let patch = |is_first| UpdateFile {
            is_first: Some(is_first),
            ..UpdateFile::default()
        };
        if is_first {
            // If it is refused, the list is requested again.
            for other in self.rows.all_untracked() {
                if other.key != row.key {
                    other.update(|file| file.is_first.apply_remote(false));
                }
            }
        }
        let change = self.update(row, |file| &mut file.is_first, patch);
        self.change(row, change, is_first);
    }

    /// Moves a file to another place.
    pub fn move_to(self, row: FileRow, place: u64) {
        let patch = |place| UpdateFile {
            position: Some(place),
            ..UpdateFile::default()
        };
        self.announce_of(row, |texts, name| texts.moved(name, place + 1));
        let change = self.update(row, |file| &mut file.place, patch);
        self.change(row, change, place);
    }

    /// Deletes a file, or gives up an upload of another page.
    pub fn delete(self, row: FileRow) {
        self.announce_of(row, FileTexts::deleted_now);
        self.change(row, self.deletion(row), true);
        focus_soon(row.element_id(RESTORE));
    }

    /// Gives up an upload of another page. It cannot be restored.
    pub fn give_up(self, row: FileRow) {
        self.announce_of(row, FileTexts::cancelled);
        self.change(row, self.deletion(row), true);
        focus_on_heading_soon();
    }

    /// Restores a deleted file.
    pub fn restore(self, row: FileRow) {
        self.announce_of(row, FileTexts::restored);
        self.change(row, self.deletion(row), false);
        focus_soon(row.element_id(DELETE));
    }

    /// Gives a file to the running meeting.
    pub async fn present(self, row: FileRow) -> Result<(), ApiError> {
        let id = id_of(row);
        self.api.present_file(self.room, id).await?;
        self.announce_of(row, FileTexts::presented);
        Ok(())
    }

    /// Announces something.
    pub fn announce(self, what: impl FnOnce(FileTexts) -> String) {
        self.announcer.announce(what(texts_untracked(self.i18n)));
    }

    fn announce_of(self, row: FileRow, what: impl FnOnce(FileTexts, &str) -> String) {
        if let Some(name) = row.try_read_untracked(|file| file.name.shown().clone()) {
            self.announce(|texts| what(texts, &name));
        }
    }

    /// A change that `patch` writes as a request.
    fn update<T: 'static>(
        self,
        row: FileRow,
        field: fn(&mut ShownFile) -> &mut Optimistic<T>,
        patch: fn(T) -> UpdateFile,
    ) -> Change<ShownFile, T> {
        let Self { room, api, .. } = self;
        let id = id_of(row);
        Change {
            field,
            send: Box::new(move |wanted| {
                let change = patch(wanted);
                Box::pin(async move { api.update_file(room, id, &change).await })
            }),
            what: |_| |catalogue| FileTexts(catalogue).change_refused(),
            on_refusal: |_, _| (),
        }
    }

    /// The change that deletes or restores a file.
    fn deletion(self, row: FileRow) -> Change<ShownFile, bool> {
        let Self { room, api, .. } = self;
        let id = id_of(row);
        Change {
            field: |file| &mut file.deleted,
            send: Box::new(move |is_deleted| {
                Box::pin(async move {
                    if is_deleted {
                        api.delete_file(room, id).await
                    } else {
                        api.restore_file(room, id).await
                    }
                })
            }),
            what: |is_deleted| {
                if *is_deleted {
                    |catalogue| FileTexts(catalogue).delete_refused()
                } else {
                    |catalogue| AgentTexts(catalogue).restore_refused()
                }
            },
            on_refusal: |_, _| (),
        }
    }

    fn change<T: Clone + PartialEq + 'static>(
        self,
        row: FileRow,
        change: Change<ShownFile, T>,
        wanted: T,
    ) {
        let settled = move |_: Option<&ApiError>| {
            // A refusal may have replaced the button that was pressed.
            let is_deleted = |file: &ShownFile| *file.deleted.shown();
            let (shown, hidden) = if row.try_read_untracked(is_deleted).unwrap_or_default() {
                (RESTORE, DELETE)
            } else {
                (DELETE, RESTORE)
            };
            if has_focus(&row.element_id(hidden)) {
                focus_soon(row.element_id(shown));
            }
            // What is first and the order concern other files too.
            self.refresh();
        };
        self.rows.change(row, change, wanted, settled);
    }
}

/// Whether a file is complete and not deleted, so that it has a place in the order.
fn has_place(file: &ShownFile) -> bool {
    file.remote.received.is_none() && !file.deleted.shown()
}

fn id_of(row: FileRow) -> FileId {
    row.read_untracked(|file| file.remote.id)
}

/// Whether a failed request may succeed later without anybody changing anything.
pub fn may_pass(error: &ApiError) -> bool {
    match error {
        ApiError::Slow | ApiError::Unreachable => true,
        ApiError::Unexpected => false,
        ApiError::Problem(problem) => problem.kind == ProblemKind::Unavailable,
    }
}
