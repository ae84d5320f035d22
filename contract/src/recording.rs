//! Recordings of a room's meetings, which the conference server keeps.

use serde::{Deserialize, Serialize};

use crate::text::line_type;
use crate::timestamp::Timestamp;

line_type! {
    /// The name of a recording: 1 to 150 characters after trimming, no control characters.
    RecordingName, 150
}

/// A recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Recording {
    /// Its identifier in the addresses of the API. Not that of the conference server, which is enough to play it.
    pub id: String,
    /// The name: that of the meeting, or the one that it was renamed to.
    pub name: String,
    /// The start of the meeting.
    pub started_at: Timestamp,
    /// The length in whole minutes; 0 for less than one.
    pub minutes: u64,
    /// The size in bytes, if the server tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// Whether it can be played.
    pub state: RecordingState,
    /// Whether each address of it plays it for the first browser that opens it only, and soon expires. Absent
    /// where the server cannot protect recordings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_protected: Option<bool>,
    /// When the conference server deletes it, if the instance is set up to tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// The formats in which it can be played; none unless it is published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<RecordingFormat>,
}

/// The state of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RecordingState {
    /// The conference server is still making it.
    Processing,
    /// Whoever has an address of it can play it.
    Published,
    /// Nobody can play it.
    Unpublished,
}

/// A format of a recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordingFormat {
    /// What it shows.
    pub kind: FormatKind,
    /// The address of the page that plays it, or of the file.
    pub url: String,
    /// Whether the address is that of a file, to download.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_file: bool,
}

/// What a format of a recording shows. An app ignores the distinctions of a newer backend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FormatKind {
    /// Slides, cameras, chat and notes side by side.
    Presentation,
    /// A video.
    Video,
    /// The sound.
    Podcast,
    /// The shared notes.
    Notes,
    /// The shared screens.
    Screenshare,
    /// Another format of the server.
    #[serde(other)]
    Other,
}

/// The recordings of a room, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordingList {
    /// The name of the room.
    pub room_name: String,
    /// The recordings.
    pub items: Vec<Recording>,
    /// The deleted recordings that can still be restored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deleted: Vec<Recording>,
    /// Whether the conference server has more recordings than are listed: there are more than 5,000, and it chooses which
    /// ones are.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_incomplete: bool,
    /// For [`SeenRecordings::as_of`]. Absent while the conference server has reported none as ready.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<i64>,
}

/// Which recordings of a room somebody has seen: those of a list. What became ready later stays new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeenRecordings {
    /// That of the list, [`RecordingList::as_of`]: when the last recording in it became ready, in milliseconds since
    /// 1970-01-01T00:00:00Z by the backend's clocks.
    pub as_of: i64,
}

/// A change of a recording. Absent fields stay unchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UpdateRecording {
    /// The new name, as [`RecordingName`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it can be played by whoever has an address of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<bool>,
    /// As [`Recording::is_protected`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protected: Option<bool>,
}

/// The conference server's report that a recording is ready.
// No `Debug`: whoever has the identifier of a recording can play it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadyCallback {
    /// A JWT (HS256 or HS512) with the claims `meeting_id` and `record_id`.
    #[serde(default)]
    pub signed_parameters: String,
}
