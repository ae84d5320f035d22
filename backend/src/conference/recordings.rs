//! Recordings on the conference server.

mod format;

use std::collections::HashSet;

use serde::Deserialize;

use super::request::Body;
use super::{Conference, ConferenceError, MessageKey};
pub use format::Format;
use format::FormatElement;

/// The largest page of `getRecordings`.
const PAGE: usize = 100;

/// The maximum number of pages that are listed: a server that repeats itself under other identifiers is not asked for
/// ever.
const MAX_PAGES: usize = 50;

/// The states to list. Without them, the server omits what is being processed.
const STATES: &str = "processing,processed,published,unpublished";

/// A recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// Its identifier.
    pub id: String,
    /// The name: that of the meeting, or the one that it was renamed to.
    pub name: String,
    /// The start of the meeting, in milliseconds since 1970.
    pub start: i64,
    /// The end of the meeting, likewise.
    pub end: i64,
    /// The length in whole minutes.
    pub minutes: u64,
    /// The size in bytes, if the server tells it.
    pub size: Option<u64>,
    /// Whether it is still being made.
    pub is_processing: bool,
    /// Whether it can be played.
    pub is_published: bool,
    /// Whether its addresses are for one browser each and expire; `None` if the server cannot protect recordings.
    pub is_protected: Option<bool>,
    /// Its formats, with the address of a page that plays each.
    pub formats: Vec<Format>,
}

/// The recordings of a room.
#[derive(Debug, PartialEq, Eq)]
pub struct ListedRecordings {
    /// The newest first.
    pub recordings: Vec<Recording>,
    /// Whether the server has further pages, which are not listed. Which recordings they have is its choice.
    pub is_incomplete: bool,
}

/// The list of `getRecordings`.
#[derive(Default, Deserialize)]
pub(super) struct RecordingElements {
    #[serde(default)]
    recording: Vec<RecordingElement>,
}

#[cfg(feature = "fuzzing")]
impl RecordingElements {
    /// The recordings of one page.
    pub fn into_recordings(self) -> Vec<Recording> {
        self.recording.into_iter().map(Recording::from).collect()
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RecordingElement {
    #[serde(rename = "recordID")]
    record_id: String,
    #[serde(rename = "meetingID", default)]
    meeting_id: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    published: bool,
    #[serde(default)]
    state: String,
    #[serde(default)]
    start_time: i64,
    #[serde(default)]
    end_time: i64,
    size: Option<String>,
    /// Only Scalelite with protected recordings has it.
    protected: Option<String>,
    #[serde(default)]
    metadata: RecordingMetadata,
    #[serde(default)]
    playback: Playback,
}

/// The metadata that clients of the API agree on for a recording's name.
#[derive(Default, Deserialize)]
struct RecordingMetadata {
    name: Option<String>,
}

#[derive(Default, Deserialize)]
struct Playback {
    #[serde(default)]
    format: Vec<FormatElement>,
}

impl Conference {
    /// The recordings of the meetings with this identifier. The pages of a long list are fetched one after the other;
    /// balancers without pages return everything at once.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn recordings(&self, meeting: &str) -> Result<ListedRecordings, ConferenceError> {
        let mut known = HashSet::new();
        let mut recordings = Vec::new();
        let mut is_incomplete = false;
        for page in 0..=MAX_PAGES {
            let parameters = [
                ("meetingID", meeting),
                ("state", STATES),
                ("offset", &(page * PAGE).to_string()),
                ("limit", &PAGE.to_string()),
            ];
            let elements = self.call("getRecordings", &parameters).await?.recordings();
            let count = elements.recording.len();
            let fresh: Vec<_> = elements
                .recording
                .into_iter()
                .filter(|element| element.meeting_id == meeting)
                .filter(|element| known.insert(element.record_id.clone()))
                .map(Recording::from)
                .collect();
            let is_last = count != PAGE || fresh.is_empty();
            if page == MAX_PAGES {
                is_incomplete = !fresh.is_empty();
                break;
            }
            recordings.extend(fresh);
            if is_last {
                break;
            }
        }
        if is_incomplete {
            let listed = recordings.len();
            tracing::warn!(listed, "a room has more recordings than are listed");
        }
        recordings.sort_by_key(|recording| std::cmp::Reverse(recording.start));
        Ok(ListedRecordings {
            recordings,
            is_incomplete,
        })
    }

    /// Renames a recording; returns whether the server has it.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn rename_recording(&self, id: &str, name: &str) -> Result<bool, ConferenceError> {
        // In the body, so that the name stands in no access log.
        let url = self.signed("updateRecordings", &[("recordID", id)]);
        let form = [("meta_name", name.to_owned())];
        found(self.ask("updateRecordings", url, Body::Form(&form)).await)
    }

    /// Publishes a recording, or not; returns whether the server has it.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn publish_recording(
        &self,
        id: &str,
        published: bool,
    ) -> Result<bool, ConferenceError> {
        let publish = if published { "true" } else { "false" };
        let parameters = [("recordID", id), ("publish", publish)];
        found(self.call("publishRecordings", &parameters).await)
    }

    /// Protects a recording, or not; returns whether the server has it. A server that cannot protect recordings
    /// ignores it.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn protect_recording(
        &self,
        id: &str,
        protected: bool,
    ) -> Result<bool, ConferenceError> {
        let protect = if protected { "true" } else { "false" };
        let parameters = [("recordID", id), ("protect", protect)];
        found(self.call("updateRecordings", &parameters).await)
    }

    /// Deletes a recording; returns whether the server had it.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn delete_recording(&self, id: &str) -> Result<bool, ConferenceError> {
        found(self.call("deleteRecordings", &[("recordID", id)]).await)
    }
}

/// Whether a call has found its recording.
fn found<T>(answer: Result<T, ConferenceError>) -> Result<bool, ConferenceError> {
    match answer {
        Ok(_) => Ok(true),
        Err(ConferenceError::Refused(MessageKey::NotFound)) => Ok(false),
        Err(error) => Err(error),
    }
}

impl From<RecordingElement> for Recording {
    fn from(element: RecordingElement) -> Self {
        let is_processing = matches!(element.state.as_str(), "processing" | "processed");
        let formats = element.playback.format;
        let told = formats.iter().filter_map(FormatElement::minutes).max();
        let meeting_time = element.end_time.saturating_sub(element.start_time) / 60_000;
        let minutes = told.unwrap_or_else(|| u64::try_from(meeting_time).unwrap_or_default());
        // Without an end, the length tells it.
        let length = i64::try_from(minutes)
            .unwrap_or(i64::MAX)
            .saturating_mul(60_000);
        let end = match element.end_time {
            end if end > element.start_time => end,
            _ => element.start_time.saturating_add(length),
        };
        let name = element.metadata.name.filter(|name| !name.trim().is_empty());
        Self {
            id: element.record_id,
            name: name.unwrap_or(element.name),
            start: element.start_time,
            end,
            minutes,
            size: element.size.and_then(|size| size.trim().parse().ok()),
            is_processing,
            is_published: element.published && !is_processing,
            is_protected: element
                .protected
                .and_then(|protected| protected.trim().parse().ok()),
            formats: formats.iter().filter_map(Format::read).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
