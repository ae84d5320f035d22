//! What the page shows of a file: what the backend has confirmed, and pending changes.

use parvis_contract::file::{FileList, RoomFile};

use crate::optimistic::Optimistic;
use crate::rows::RowValue;

/// A file as the backend lists it.
#[derive(Clone)]
pub struct ListedFile {
    pub file: RoomFile,
    pub is_deleted: bool,
    /// The place among the files that are neither deleted nor being sent, from 0.
    pub place: u64,
}

/// A file on the page.
#[derive(Clone)]
pub struct ShownFile {
    /// The file as the backend has it.
    pub remote: RoomFile,
    pub name: Optimistic<String>,
    pub is_first: Optimistic<bool>,
    pub is_downloadable: Optimistic<bool>,
    pub deleted: Optimistic<bool>,
    pub place: Optimistic<u64>,
    /// The name that is being typed, while the file is renamed.
    pub typed: Option<String>,
}

impl RowValue for ShownFile {
    type Remote = ListedFile;

    fn new(listed: ListedFile) -> Self {
        let ListedFile {
            file,
            is_deleted,
            place,
        } = listed;
        Self {
            name: Optimistic::new(file.name.clone()),
            is_first: Optimistic::new(file.is_first),
            is_downloadable: Optimistic::new(file.is_downloadable),
            deleted: Optimistic::new(is_deleted),
            place: Optimistic::new(place),
            typed: None,
            remote: file,
        }
    }

    fn is(&self, listed: &ListedFile) -> bool {
        self.remote.id == listed.file.id
    }

    /// What is being typed is kept, too.
    fn apply_remote(&mut self, listed: ListedFile) {
        let ListedFile {
            file,
            is_deleted,
            place,
        } = listed;
        self.name.apply_remote(file.name.clone());
        self.is_first.apply_remote(file.is_first);
        self.is_downloadable.apply_remote(file.is_downloadable);
        self.deleted.apply_remote(is_deleted);
        self.place.apply_remote(place);
        self.remote = file;
    }
}

/// The name to show.
pub fn shown_name(file: &ShownFile) -> String {
    file.name.shown().clone()
}

/// The files in the order to show: deleted ones stay where they were, uploads of other pages come last.
pub fn in_order(list: FileList) -> Vec<ListedFile> {
    let active = list.items.into_iter().zip(0..);
    let active = active.map(|(file, place)| (file, false, place));
    let deleted = list.deleted.into_iter().map(|file| (file, true, u64::MAX));
    let mut files: Vec<_> = active.chain(deleted).collect();
    files.sort_by_key(|(file, ..)| file.position);
    let unfinished = list.unfinished.into_iter();
    files.extend(unfinished.map(|file| (file, false, u64::MAX)));
    let to_listed = |(file, is_deleted, place)| ListedFile {
        file,
        is_deleted,
        place,
    };
    files.into_iter().map(to_listed).collect()
}
