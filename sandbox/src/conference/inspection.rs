//! Inspection endpoints for tests (`/_sandbox/…`). Portals do not call them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::conference::Conference;
use crate::conference::behaviour::ServerBehaviour;
use crate::conference::documents::Document;
use crate::conference::fault::Fault;
use crate::conference::meeting::Meeting;
use crate::conference::plugins::Plugin;
use crate::conference::ready_report::{self, ReadyReport};
use crate::conference::recordings::Recording;

pub(crate) fn router() -> Router<Arc<Conference>> {
    Router::new()
        .route("/_sandbox/meetings", get(meetings))
        .route("/_sandbox/calls", get(calls))
        .route("/_sandbox/fault", post(set_fault))
        .route("/_sandbox/plugin-texts", post(set_plugin_texts))
        .route("/_sandbox/behaviour", post(set_behaviour))
        .route(
            "/_sandbox/recordings",
            post(add_recordings).delete(lose_recording),
        )
}

#[derive(Serialize)]
struct SeenMeeting {
    meeting_id: String,
    name: String,
    running: bool,
    /// The telephone number (`voiceBridge`).
    voice_bridge: String,
    participants: Vec<SeenParticipant>,
    plugins: Vec<SeenPlugin>,
    documents: Vec<SeenDocument>,
    /// The parameters of the first `create`.
    create: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct SeenParticipant {
    name: String,
    role: &'static str,
    /// The `userID` of `join`.
    user_id: String,
}

#[derive(Serialize)]
struct SeenPlugin {
    name: String,
    /// Why clients do not load it, if they do not.
    load_failure_reason: Option<String>,
}

/// A presentation of `insertDocument`.
#[derive(Serialize)]
struct SeenDocument {
    url: String,
    filename: String,
    current: bool,
    downloadable: bool,
    removable: bool,
    /// The number of bytes fetched; none if that failed.
    size: Option<usize>,
}

impl From<&Document> for SeenDocument {
    fn from(document: &Document) -> Self {
        Self {
            url: document.url.to_string(),
            filename: document.filename.clone(),
            current: document.current,
            downloadable: document.downloadable,
            removable: document.removable,
            size: document.size,
        }
    }
}

impl From<&Plugin> for SeenPlugin {
    fn from(plugin: &Plugin) -> Self {
        let failure = plugin.outcome.as_ref().err();
        Self {
            name: plugin.name.clone(),
            load_failure_reason: failure.map(ToString::to_string),
        }
    }
}

impl SeenMeeting {
    fn of(meeting: &Meeting) -> Self {
        Self {
            meeting_id: meeting.plan.id.clone(),
            name: meeting.plan.name.clone(),
            running: meeting.is_running(),
            voice_bridge: meeting.voice_bridge.clone(),
            participants: meeting
                .participants()
                .map(|person| SeenParticipant {
                    name: person.name.clone(),
                    role: person.role.as_str(),
                    user_id: person.external_id.clone(),
                })
                .collect(),
            plugins: meeting.plugins.iter().map(SeenPlugin::from).collect(),
            documents: meeting.documents.iter().map(SeenDocument::from).collect(),
            create: meeting.plan.parameters.iter().cloned().collect(),
        }
    }
}

async fn meetings(State(conference): State<Arc<Conference>>) -> Json<Vec<SeenMeeting>> {
    Json(conference.meetings().iter().map(SeenMeeting::of).collect())
}

#[derive(Deserialize)]
struct CallsRequest {
    /// The name of a call.
    call: Option<String>,
}

/// The number of calls since the start, except `join`.
async fn calls(
    State(conference): State<Arc<Conference>>,
    Query(request): Query<CallsRequest>,
) -> Json<u64> {
    Json(conference.calls.get(request.call.as_deref()))
}

async fn set_behaviour(
    State(conference): State<Arc<Conference>>,
    Json(behaviour): Json<ServerBehaviour>,
) -> StatusCode {
    conference.behaviour.set(behaviour);
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
struct FaultRequest {
    mode: Fault,
}

async fn set_fault(
    State(conference): State<Arc<Conference>>,
    Json(request): Json<FaultRequest>,
) -> StatusCode {
    conference.fault.set(request.mode);
    StatusCode::NO_CONTENT
}

/// Whether plug-ins of a meeting may read its texts.
#[derive(Deserialize)]
struct PluginTextsRequest {
    meeting_id: String,
    refused: bool,
}

async fn set_plugin_texts(
    State(conference): State<Arc<Conference>>,
    Json(request): Json<PluginTextsRequest>,
) -> StatusCode {
    match conference.meetings().get_mut(&request.meeting_id) {
        Some(meeting) => {
            meeting.refuse_texts(request.refused);
            StatusCode::NO_CONTENT
        }
        None => StatusCode::NOT_FOUND,
    }
}

/// Recordings of a meeting of the past.
#[derive(Deserialize)]
struct RecordingsRequest {
    meeting_id: String,
    name: String,
    /// How many: the newest ended an hour ago, each other an hour earlier.
    count: u64,
    minutes: u64,
    /// Where the portal is told that they are ready, if it is.
    ready_url: Option<String>,
}

/// Adds recordings, ready at once. Answers their identifiers, the oldest first.
async fn add_recordings(
    State(conference): State<Arc<Conference>>,
    Json(request): Json<RecordingsRequest>,
) -> Json<Vec<String>> {
    const HOUR_MS: u64 = 3_600_000;
    let now = Moment::now();
    let mut ids = Vec::new();
    for hours in (1..=request.count).rev() {
        let end_ms = now.unix_ms.saturating_sub(hours * HOUR_MS);
        let start_ms = end_ms.saturating_sub(request.minutes * 60_000);
        let mut recording = Recording::past(&request.meeting_id, &request.name, start_ms, end_ms);
        if let Some(url) = &request.ready_url {
            recording.set_metadata(ready_report::METADATA, url);
        }
        let report = ReadyReport::of(&recording);
        ids.push(recording.id.clone());
        conference.recordings().add(recording);
        if let Some(report) = report {
            tokio::spawn(report.run(Arc::clone(&conference), Duration::ZERO));
        }
    }
    Json(ids)
}

#[derive(Deserialize)]
struct LoseRequest {
    id: String,
}

/// Removes a recording, as a server that has lost its files.
async fn lose_recording(
    State(conference): State<Arc<Conference>>,
    Json(request): Json<LoseRequest>,
) -> StatusCode {
    if conference.recordings().lose(&request.id) {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::NOT_FOUND
    }
}
