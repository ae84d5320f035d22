//! What the page shows of a recording: what the backend has confirmed, and pending changes.

use parvis_contract::recording::{Recording, RecordingState};

use crate::optimistic::Optimistic;
use crate::rows::{Named, RowValue};

/// A recording on the page.
#[derive(Clone)]
pub struct ShownRecording {
    /// The recording as the backend has it.
    pub remote: Recording,
    pub name: Optimistic<String>,
    pub published: Optimistic<bool>,
    pub protected: Optimistic<bool>,
    pub deleted: Optimistic<bool>,
    /// The name that is being typed, while the recording is renamed.
    pub typed: Option<String>,
}

impl RowValue for ShownRecording {
    /// The recording, and whether it is deleted.
    type Remote = (Recording, bool);

    fn new((recording, is_deleted): Self::Remote) -> Self {
        Self {
            name: Optimistic::new(recording.name.clone()),
            published: Optimistic::new(is_published(&recording)),
            protected: Optimistic::new(is_protected(&recording)),
            deleted: Optimistic::new(is_deleted),
            typed: None,
            remote: recording,
        }
    }

    fn is(&self, (recording, _): &Self::Remote) -> bool {
        self.remote.id == recording.id
    }

    /// What is being typed is kept, too.
    fn apply_remote(&mut self, (recording, is_deleted): Self::Remote) {
        self.name.apply_remote(recording.name.clone());
        self.published.apply_remote(is_published(&recording));
        self.protected.apply_remote(is_protected(&recording));
        self.deleted.apply_remote(is_deleted);
        self.remote = recording;
    }
}

fn is_published(recording: &Recording) -> bool {
    recording.state == RecordingState::Published
}

fn is_protected(recording: &Recording) -> bool {
    recording.is_protected.unwrap_or_default()
}

impl Named for ShownRecording {
    fn shown_name(&self) -> &str {
        self.name.shown()
    }

    fn typed(&self) -> Option<&str> {
        self.typed.as_deref()
    }

    fn set_typed(&mut self, typed: Option<String>) {
        self.typed = typed;
    }
}

/// The name to show.
pub fn shown_name(recording: &ShownRecording) -> String {
    recording.shown_name().to_owned()
}
