//! Recordings: what the server keeps of recorded meetings.
//!
//! A recording is first `processing`, for as long as the configuration says, then `published`. A deleted one is
//! kept with the state `deleted`, like on the real server.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::clock::Moment;
use crate::conference::meeting::{Meeting, internal_id};

/// The state of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RecordingState {
    Processing,
    Published,
    Unpublished,
    Deleted,
}

impl RecordingState {
    pub(crate) const ALL: [Self; 4] = [
        Self::Processing,
        Self::Published,
        Self::Unpublished,
        Self::Deleted,
    ];

    /// The name in requests and responses.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Processing => "processing",
            Self::Published => "published",
            Self::Unpublished => "unpublished",
            Self::Deleted => "deleted",
        }
    }
}

/// A recording. Its formats are a page that plays it and a video file.
#[derive(Clone)]
pub(crate) struct Recording {
    /// The identifier, which is the meeting's internal identifier.
    pub(crate) id: String,
    /// The `meetingID` of its meeting.
    pub(crate) meeting_id: String,
    /// The name of its meeting.
    pub(crate) name: String,
    pub(crate) start_ms: u64,
    pub(crate) end_ms: u64,
    pub(crate) participants: usize,
    /// The metadata of `create`, with those of `updateRecordings`.
    pub(crate) metadata: BTreeMap<String, String>,
    /// When it is ready, in milliseconds since 1970.
    ready_ms: u64,
    is_published: bool,
    is_deleted: bool,
    /// Whether it is protected, if the portal has said so. It matters on servers that can protect recordings.
    protection: Option<bool>,
}

/// The recordings, the oldest first.
#[derive(Default)]
pub(crate) struct Recordings(Vec<Recording>);

impl Recording {
    /// The recording of a meeting that has ended, ready after `processing`.
    pub(crate) fn of(meeting: &Meeting, now: Moment, processing: Duration) -> Self {
        let processing = u64::try_from(processing.as_millis()).unwrap_or(u64::MAX);
        Self {
            id: meeting.internal_id.clone(),
            meeting_id: meeting.plan.id.clone(),
            name: meeting.plan.name.clone(),
            start_ms: meeting.create_time,
            end_ms: now.unix_ms.max(meeting.create_time),
            participants: meeting.people.len(),
            metadata: meeting.plan.metadata.clone(),
            ready_ms: now.unix_ms.saturating_add(processing),
            is_published: true,
            is_deleted: false,
            protection: None,
        }
    }

    /// The recording of a meeting of the past, ready since its end.
    pub(crate) fn past(meeting_id: &str, name: &str, start_ms: u64, end_ms: u64) -> Self {
        Self {
            id: internal_id(meeting_id, start_ms),
            meeting_id: meeting_id.to_owned(),
            name: name.to_owned(),
            start_ms,
            end_ms,
            participants: 2,
            metadata: BTreeMap::new(),
            ready_ms: end_ms,
            is_published: true,
            is_deleted: false,
            protection: None,
        }
    }

    /// Its state at this time.
    pub(crate) fn state(&self, now: Moment) -> RecordingState {
        if self.is_deleted {
            RecordingState::Deleted
        } else if now.unix_ms < self.ready_ms {
            RecordingState::Processing
        } else if self.is_published {
            RecordingState::Published
        } else {
            RecordingState::Unpublished
        }
    }

    /// Publishes it, or not.
    pub(crate) fn publish(&mut self, published: bool) {
        self.is_published = published;
    }

    /// Whether it is protected, on a server that can do so.
    pub(crate) fn is_protected(&self) -> bool {
        self.protection.unwrap_or(true)
    }

    /// Protects it, or not.
    pub(crate) fn protect(&mut self, protected: bool) {
        self.protection = Some(protected);
    }

    /// Deletes it.
    pub(crate) fn delete(&mut self) {
        self.is_deleted = true;
    }

    /// Sets metadata; an empty value removes one.
    pub(crate) fn set_metadata(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            self.metadata.remove(name);
        } else {
            self.metadata.insert(name.to_owned(), value.to_owned());
        }
    }
}

impl Recordings {
    /// Adds a recording.
    pub(crate) fn add(&mut self, recording: Recording) {
        self.0.push(recording);
    }

    /// The recording with this identifier.
    pub(crate) fn get(&self, id: &str) -> Option<&Recording> {
        self.0.iter().find(|recording| recording.id == id)
    }

    /// All recordings.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Recording> {
        self.0.iter()
    }

    /// The recordings with one of these identifiers, deleted ones excluded, mutable.
    pub(crate) fn of_ids_mut(&mut self, ids: &str) -> Vec<&mut Recording> {
        let is_meant = |recording: &&mut Recording| {
            !recording.is_deleted && ids.split(',').any(|id| id.trim() == recording.id)
        };
        self.0.iter_mut().filter(is_meant).collect()
    }

    /// Forgets a recording, as a server that has lost its files.
    pub(crate) fn lose(&mut self, id: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|recording| recording.id != id);
        self.0.len() < before
    }
}
