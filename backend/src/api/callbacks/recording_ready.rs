//! `POST /api/v1/callbacks/recording-ready`: the conference server reports that a recording is ready.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use parvis_contract::problem::Problem;
use parvis_contract::recording::ReadyCallback;

use crate::recordings::Recordings;
use crate::web::problem::Refusal;
use crate::web::request::FormOrJson;

/// Takes a report that a recording is ready, from the conference server, which signs it with the secret that it
/// shares with this service. A repetition has no effect.
#[utoipa::path(
    post, path = "/api/v1/callbacks/recording-ready", tag = "callbacks",
    operation_id = "recording_ready",
    request_body(content(
        (ReadyCallback = "application/x-www-form-urlencoded"),
        (ReadyCallback = "application/json"),
    )),
    responses(
        (status = 204, description = "Taken"),
        (status = 401, body = Problem, description = "Not signed by the conference server"),
        (status = 410, body = Problem, description = "Not about a room of this service, or the room is deleted"),
    ),
)]
pub async fn take(
    State(recordings): State<Arc<Recordings>>,
    FormOrJson(callback): FormOrJson<ReadyCallback>,
) -> Result<StatusCode, Refusal> {
    recordings.take_report(&callback.signed_parameters).await?;
    Ok(StatusCode::NO_CONTENT)
}
