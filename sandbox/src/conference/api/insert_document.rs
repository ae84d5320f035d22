//! `insertDocument`: fetches presentations and adds them to a meeting.

use axum::response::Response;

use super::answer;
use super::xml::text;
use crate::conference::Conference;
use crate::conference::documents;
use crate::conference::plan::meeting_id;
use crate::conference::refusal::Refusal;
use crate::parameters::Parameters;

pub(super) async fn answer(
    conference: &Conference,
    parameters: &Parameters,
    body: &[u8],
) -> Response {
    match insert(conference, parameters, body).await {
        Ok(()) => answer::success(vec![text("message", "Presentation is being uploaded")]),
        Err(refusal) => answer::refused(refusal),
    }
}

async fn insert(
    conference: &Conference,
    parameters: &Parameters,
    body: &[u8],
) -> Result<(), Refusal> {
    let id = meeting_id(parameters)?;
    if conference.meetings().get(id).is_none() {
        return Err(Refusal::NotFound);
    }
    for requested in documents::requested(body) {
        let document = documents::fetch(&conference.fetcher, requested).await;
        // It may have ended meanwhile.
        let mut meetings = conference.meetings();
        if let (Some(document), Some(meeting)) = (document, meetings.get_mut(id)) {
            meeting.add_document(document);
        }
    }
    Ok(())
}
