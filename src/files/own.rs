//! Which uploads this document sends: a page shows them apart from those that another tab or device began.

use leptos::prelude::*;
use parvis_contract::file::{FileId, FileList};

/// The uploads that this document began and has not given back.
#[derive(Clone, Copy)]
pub struct OwnUploads(StoredValue<Vec<FileId>>);

impl OwnUploads {
    /// None, until the current owner is cleaned up.
    pub fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    /// Whether there were none.
    pub fn is_empty(self) -> bool {
        self.0.with_value(Vec::is_empty)
    }

    /// Notes that this document has begun an upload. It may stay noted once it is complete.
    pub fn insert(self, id: FileId) {
        self.0.update_value(|own| own.push(id));
    }

    /// Notes that this document no longer sends an upload.
    pub fn remove(self, id: FileId) {
        self.0.update_value(|own| own.retain(|other| *other != id));
    }

    /// Takes the uploads of this document out of a list of unfinished ones.
    pub fn hide_in(self, list: &mut FileList) {
        self.0
            .with_value(|own| list.unfinished.retain(|file| !own.contains(&file.id)));
    }
}
