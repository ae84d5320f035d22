//! `end`: responds immediately and ends the meeting a moment later. Until then the meeting still exists.

use std::time::Instant;

use axum::response::Response;

use super::answer;
use crate::conference::Conference;
use crate::conference::plan::meeting_id;
use crate::conference::refusal::Refusal;
use crate::parameters::Parameters;

const SENT: &str = "A request to end the meeting was sent.  Please wait a few seconds, and then \
    use the getMeetingInfo or isMeetingRunning API calls to verify that it was ended.";

pub(super) fn answer(conference: &Conference, parameters: &Parameters) -> Response {
    match request(conference, parameters) {
        Ok(()) => answer::success(answer::notice("sentEndMeetingRequest", SENT).into()),
        Err(refusal) => answer::refused(refusal),
    }
}

fn request(conference: &Conference, parameters: &Parameters) -> Result<(), Refusal> {
    let id = meeting_id(parameters)?;
    let at = Instant::now() + conference.config.end_delay;
    let mut meetings = conference.meetings();
    meetings
        .get_mut(id)
        .ok_or(Refusal::NotFound)?
        .timeline
        .request_end(at);
    Ok(())
}
