//! `isMeetingRunning` and `getMeetingInfo`.

use axum::response::Response;
use time::OffsetDateTime;

use super::answer;
use super::xml::{Element, parent, text};
use crate::conference::Conference;
use crate::conference::meeting::Meeting;
use crate::conference::person::Person;
use crate::conference::plan::meeting_id;
use crate::conference::refusal::Refusal;
use crate::conference::role::Role;
use crate::parameters::Parameters;

/// An unknown meeting is not an error here: it does not run.
pub(super) fn is_running(conference: &Conference, parameters: &Parameters) -> Response {
    match meeting_id(parameters) {
        Ok(id) => {
            let running = conference
                .meetings()
                .get(id)
                .is_some_and(Meeting::is_running);
            answer::success(vec![text("running", &running)])
        }
        Err(refusal) => answer::refused(refusal),
    }
}

pub(super) fn of_one(conference: &Conference, parameters: &Parameters) -> Response {
    let meetings = conference.meetings();
    let found = meeting_id(parameters).and_then(|id| meetings.get(id).ok_or(Refusal::NotFound));
    match found {
        Ok(meeting) => answer::success(elements(meeting)),
        Err(refusal) => answer::refused(refusal),
    }
}

/// The XML elements of a meeting.
pub(super) fn elements(meeting: &Meeting) -> Vec<Element> {
    let moderators: Vec<&Person> = meeting
        .participants()
        .filter(|person| person.role == Role::Moderator)
        .collect();
    let presenter = meeting.presenter().map(|person| person.user_id.as_str());
    let attendees = meeting
        .participants()
        .map(|person| attendee(person, presenter == Some(&person.user_id)))
        .collect();
    let metadata = meeting
        .plan
        .metadata
        .iter()
        .map(|(key, value)| text(key, value))
        .collect();
    vec![
        text("meetingName", &meeting.plan.name),
        text("meetingID", &meeting.plan.id),
        text("internalMeetingID", &meeting.internal_id),
        text("createTime", &meeting.create_time),
        text("createDate", &create_date(meeting.create_time)),
        text("voiceBridge", &meeting.voice_bridge),
        text("dialNumber", &meeting.plan.dial_number),
        text("attendeePW", &meeting.attendee_password),
        text("moderatorPW", &meeting.moderator_password),
        text("running", &meeting.is_running()),
        text("duration", &meeting.plan.duration),
        text("hasUserJoined", &meeting.timeline.has_been_joined()),
        text("recording", &meeting.plan.record),
        text("hasBeenForciblyEnded", &meeting.timeline.is_ending()),
        text("startTime", &meeting.create_time),
        text("endTime", &0),
        text("participantCount", &meeting.participants().count()),
        text("listenerCount", &0),
        text("voiceParticipantCount", &0),
        text("videoCount", &0),
        text("maxUsers", &meeting.plan.max_participants),
        text("moderatorCount", &moderators.len()),
        parent("attendees", attendees),
        parent("metadata", metadata),
        text("isBreakout", &false),
    ]
}

fn attendee(person: &Person, is_presenter: bool) -> Element {
    let custom_data = person
        .custom_data
        .iter()
        .map(|(key, value)| text(key, value))
        .collect();
    parent(
        "attendee",
        vec![
            text("userID", &person.external_id),
            text("fullName", &person.name),
            text("role", person.role.as_str()),
            text("isPresenter", &is_presenter),
            text("isListeningOnly", &false),
            text("hasJoinedVoice", &false),
            text("hasVideo", &false),
            text("clientType", "HTML5"),
            parent("customdata", custom_data),
        ],
    )
}

/// A time in Java's format: `Thu May 09 13:35:28 UTC 2024`.
pub(super) fn create_date(unix_ms: u64) -> String {
    let seconds = i64::try_from(unix_ms / 1000).unwrap_or(i64::MAX);
    let date = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (weekday, month) = (date.weekday().to_string(), date.month().to_string());
    let (hour, minute, second) = date.to_hms();
    format!(
        "{weekday:.3} {month:.3} {:02} {hour:02}:{minute:02}:{second:02} UTC {}",
        date.day(),
        date.year()
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn dates_are_written_as_java_writes_them() {
        assert_eq!(
            super::create_date(1_715_261_728_500),
            "Thu May 09 13:35:28 UTC 2024"
        );
    }
}
