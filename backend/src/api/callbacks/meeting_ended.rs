//! `GET /api/v1/callbacks/meeting-ended`: the conference server reports that a meeting has ended.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::Problem;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::history::History;
use crate::web::answers::AsksConference;
use crate::web::problem::Refusal;
use crate::web::request::Query;

/// What the address of the report has, and what the conference server adds to it.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EndReport {
    /// The token that the portal put into the address.
    #[serde(default)]
    token: String,
    /// The identifier of the meeting, which the conference server adds.
    #[serde(default, rename = "meetingID")]
    meeting_id: Option<String>,
}

/// Takes a report that a meeting has ended. As it is not signed, the conference server is asked whether it has; it
/// is to report again if not. A repetition has no effect.
#[utoipa::path(
    get, path = "/api/v1/callbacks/meeting-ended", tag = "callbacks",
    operation_id = "meeting_ended",
    params(EndReport),
    responses(
        AsksConference,
        (status = 204, description = "Taken"),
        (status = 401, body = Problem, description = "Not an address of this service, or of another meeting"),
        (status = 409, body = Problem, description = "The conference server says that the meeting runs"),
    ),
)]
pub async fn take(
    State(history): State<Arc<History>>,
    Query(report): Query<EndReport>,
) -> Result<StatusCode, Refusal> {
    let meeting = report.meeting_id.as_deref();
    history.take_end_report(&report.token, meeting).await?;
    Ok(StatusCode::NO_CONTENT)
}
