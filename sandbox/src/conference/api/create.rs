//! `create`: creates a meeting, or returns the existing one.

use axum::response::Response;

use super::answer;
use super::info::create_date;
use super::xml::{Element, text};
use crate::clock::Moment;
use crate::conference::Conference;
use crate::conference::behaviour::VoiceBridgeBehaviour;
use crate::conference::meeting::Meeting;
use crate::conference::meetings::Creation;
use crate::conference::plan::MeetingPlan;
use crate::conference::plugins::{self, Plugin};
use crate::conference::refusal::Refusal;
use crate::parameters::Parameters;
use crate::random;

pub(super) async fn answer(conference: &Conference, parameters: &Parameters) -> Response {
    let mut plan = match MeetingPlan::read(parameters) {
        Ok(plan) => plan,
        Err(refusal) => return answer::refused(refusal),
    };
    if conference.behaviour.takes_as_not_unique() {
        return answer::refused(Refusal::IdNotUnique);
    }
    match conference.behaviour.get().voice_bridge {
        VoiceBridgeBehaviour::Kept => {}
        // Repetitions have no effect.
        VoiceBridgeBehaviour::Replaced => plan.voice_bridge = Some(random::digits(9)),
        VoiceBridgeBehaviour::Dropped => plan.voice_bridge = None,
    }
    let plugins = plugins_of(conference, &plan).await;
    match conference.meetings().create(plan, plugins, Moment::now()) {
        Ok((meeting, creation)) => {
            tracing::info!(meeting = meeting.internal_id, ?creation, "meeting created");
            answer::success(elements(meeting, creation))
        }
        Err(refusal) => answer::refused(refusal),
    }
}

/// Loads the plug-ins of a new meeting, not of a repetition.
async fn plugins_of(conference: &Conference, plan: &MeetingPlan) -> Vec<Plugin> {
    let is_new = conference.meetings().get(&plan.id).is_none();
    match &conference.config.plugin_sdk_version {
        Some(version) if is_new => plugins::load(&conference.fetcher, version, plan).await,
        _ => Vec::new(),
    }
}

fn elements(meeting: &Meeting, creation: Creation) -> Vec<Element> {
    // Present and empty in the first response.
    let notice = match creation {
        Creation::New => answer::notice("", ""),
        Creation::Repeated => answer::notice(
            "duplicateWarning",
            "This conference was already in existence and may currently be in progress.",
        ),
    };
    let mut elements = vec![
        text("meetingID", &meeting.plan.id),
        text("internalMeetingID", &meeting.internal_id),
        text("parentMeetingID", "bbb-none"),
        text("attendeePW", &meeting.attendee_password),
        text("moderatorPW", &meeting.moderator_password),
        text("createTime", &meeting.create_time),
        text("voiceBridge", &meeting.voice_bridge),
        text("dialNumber", &meeting.plan.dial_number),
        text("createDate", &create_date(meeting.create_time)),
        text("hasUserJoined", &meeting.timeline.has_been_joined()),
        text("duration", &meeting.plan.duration),
        text("hasBeenForciblyEnded", &meeting.timeline.is_ending()),
    ];
    elements.extend(notice);
    elements
}
