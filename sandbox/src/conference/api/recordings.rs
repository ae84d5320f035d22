//! `getRecordings`, `publishRecordings`, `updateRecordings` and `deleteRecordings`.

use axum::response::Response;

use super::answer;
use super::xml::{Element, parent, text};
use crate::clock::Moment;
use crate::conference::Conference;
use crate::conference::behaviour::ProtectionBehaviour;
use crate::conference::playback::{PRESENTATION, video_file};
use crate::conference::recordings::{Recording, RecordingState};
use crate::conference::refusal::Refusal;
use crate::parameters::Parameters;

/// The largest page.
const LARGEST_LIMIT: usize = 100;

/// A stand-in for the size of a recording, in bytes for each minute.
const BYTES_PER_MINUTE: u64 = 2_000_000;

/// The recordings of meetings or with identifiers, in pages.
pub(super) fn list(conference: &Conference, parameters: &Parameters) -> Response {
    let now = Moment::now();
    let ids = parameters.filled("recordID");
    let meetings = parameters.filled("meetingID");
    let states = states(parameters.filled("state"));
    // Identifiers take precedence, and their beginning is enough.
    let is_asked = |recording: &&Recording| match (ids, meetings) {
        (Some(ids), _) => ids.split(',').any(|id| recording.id.starts_with(id.trim())),
        (None, Some(meetings)) => meetings
            .split(',')
            .any(|id| id.trim() == recording.meeting_id),
        (None, None) => true,
    };
    let number = |name| {
        parameters
            .filled(name)
            .and_then(|value| value.parse::<usize>().ok())
    };
    let recordings = conference.recordings();
    let found: Vec<Element> = recordings
        .iter()
        .filter(is_asked)
        .filter(|recording| states.contains(&recording.state(now)))
        .skip(number("offset").unwrap_or(0))
        .take(number("limit").map_or(usize::MAX, |limit| limit.clamp(1, LARGEST_LIMIT)))
        .map(|recording| element(conference, recording, now))
        .collect();
    let notice = found.is_empty().then(|| {
        answer::notice(
            "noRecordings",
            "There are no recordings for the meeting(s).",
        )
    });
    let mut children = vec![parent("recordings", found)];
    children.extend(notice.into_iter().flatten());
    answer::success(children)
}

/// The states that a request asks for.
fn states(asked: Option<&str>) -> Vec<RecordingState> {
    let asked = asked.unwrap_or("published,unpublished");
    let is_asked = |state: &RecordingState| {
        asked
            .split(',')
            .any(|name| name.trim() == "any" || name.trim() == state.as_str())
    };
    RecordingState::ALL.into_iter().filter(is_asked).collect()
}

/// Publishes recordings, or not.
pub(super) fn publish(conference: &Conference, parameters: &Parameters) -> Response {
    let Some(publish) = parameters.filled("publish") else {
        return answer::refused(Refusal::MissingPublish);
    };
    let publish = publish == "true";
    change(conference, parameters, "published", publish, |recording| {
        recording.publish(publish);
    })
}

/// Sets metadata of recordings, and protects them where that is possible.
pub(super) fn update(conference: &Conference, parameters: &Parameters) -> Response {
    let metadata: Vec<(String, &str)> = parameters
        .iter()
        .filter_map(|(name, value)| {
            let name = name.strip_prefix("meta_")?;
            Some((name.to_ascii_lowercase(), value))
        })
        .collect();
    let protects = conference.behaviour.get().protection != ProtectionBehaviour::None;
    let protect = parameters.filled("protect").filter(|_| protects);
    change(conference, parameters, "updated", true, |recording| {
        if let Some(protect) = protect {
            recording.protect(protect == "true");
        }
        for (name, value) in &metadata {
            recording.set_metadata(name, value);
        }
    })
}

/// Deletes recordings.
pub(super) fn delete(conference: &Conference, parameters: &Parameters) -> Response {
    change(conference, parameters, "deleted", true, Recording::delete)
}

fn change(
    conference: &Conference,
    parameters: &Parameters,
    done: &str,
    value: bool,
    change: impl Fn(&mut Recording),
) -> Response {
    let Some(ids) = parameters.filled("recordID") else {
        return answer::refused(Refusal::MissingRecordId);
    };
    let mut recordings = conference.recordings();
    let found = recordings.of_ids_mut(ids);
    if found.is_empty() {
        return answer::refused(Refusal::RecordingNotFound);
    }
    found.into_iter().for_each(change);
    answer::success(vec![text(done, &value)])
}

fn element(conference: &Conference, recording: &Recording, now: Moment) -> Element {
    let state = recording.state(now);
    let is_ready = state != RecordingState::Processing;
    let metadata = recording
        .metadata
        .iter()
        .map(|(name, value)| text(name, value))
        .collect();
    let minutes = (recording.end_ms - recording.start_ms).div_ceil(60_000);
    let size = minutes.max(1) * BYTES_PER_MINUTE;
    let protection = conference.behaviour.get().protection;
    let format = |kind: &str, path: &str, size: u64| {
        let token = match protection {
            ProtectionBehaviour::Tokens { milliseconds } if recording.is_protected() => {
                let expires = now.unix_ms.saturating_add(milliseconds);
                let token = conference.playback_tokens().issue(&recording.id, expires);
                format!("?token={token}")
            }
            _ => String::new(),
        };
        let url = format!("{}{path}{token}", conference.base_url);
        parent(
            "format",
            vec![
                text("type", kind),
                text("url", &url),
                text("processingTime", &4_000),
                // Whole minutes.
                text("length", &minutes),
                text("size", &size),
            ],
        )
    };
    let formats = if is_ready {
        vec![
            format(
                "presentation",
                &format!("{PRESENTATION}/{}", recording.id),
                size,
            ),
            format("video", &video_file(&recording.id), size / 2),
        ]
    } else {
        Vec::new()
    };
    let mut elements = vec![
        text("recordID", &recording.id),
        text("meetingID", &recording.meeting_id),
        text("internalMeetingID", &recording.id),
        text("name", &recording.name),
        text("isBreakout", &false),
        text("published", &(state == RecordingState::Published)),
        text("state", state.as_str()),
        text("startTime", &recording.start_ms),
        text("endTime", &recording.end_ms),
        text("participants", &recording.participants),
        text("rawSize", &(size * 3)),
        parent("metadata", metadata),
        text("size", &(size + size / 2)),
        parent("playback", formats),
        parent("data", Vec::new()),
    ];
    if protection != ProtectionBehaviour::None {
        elements.push(text("protected", &recording.is_protected()));
    }
    parent("recording", elements)
}
