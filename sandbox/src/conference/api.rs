//! The BigBlueButton API (`/bigbluebutton/api`).
//!
//! **Architecture invariant:** parameters are read only after the checksum is verified; [`receive`] is the only
//! entry point, and no call reads the query string itself.

pub(super) mod answer;
mod create;
mod end;
#[cfg(feature = "fuzzing")]
pub(crate) mod fuzzing;
mod info;
mod insert_document;
mod join;
pub(crate) mod list;
mod recordings;
mod version;
mod xml;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::checksum;
use crate::conference::Conference;
use crate::conference::refusal::Refusal;
use crate::parameters::Parameters;

/// The routes of the API.
pub(crate) fn router() -> Router<Arc<Conference>> {
    Router::new()
        .route("/bigbluebutton/api", get(version::answer))
        .route("/bigbluebutton/api/", get(version::answer))
        .route("/bigbluebutton/api/{call}", get(receive).post(receive))
}

async fn receive(
    State(conference): State<Arc<Conference>>,
    Path(call): Path<String>,
    method: Method,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    conference.calls.count(&call);
    let fault = conference.fault.get();
    if let Some(response) = fault.response(conference.stopping.cancelled()).await {
        return response;
    }
    let query = query.unwrap_or_default();
    let request = read(&conference, &call, &query, &headers, &body);
    tracing::debug!(
        call,
        refused = request.as_ref().err().map(|r| r.key()),
        "call received"
    );
    match (call.as_str(), request) {
        ("join" | "getRecordings" | "publishRecordings" | "deleteRecordings", _)
            if method != Method::GET =>
        {
            StatusCode::METHOD_NOT_ALLOWED.into_response()
        }
        ("join", Ok(parameters)) => join::answer(&conference, &parameters, &headers),
        ("join", Err(refusal)) => join::refused(&conference, &Parameters::default(), refusal),
        (_, Err(refusal)) => answer::refused(refusal),
        ("create", Ok(parameters)) => create::answer(&conference, &parameters).await,
        ("insertDocument", _) if method != Method::POST => {
            StatusCode::METHOD_NOT_ALLOWED.into_response()
        }
        ("insertDocument", Ok(parameters)) => {
            insert_document::answer(&conference, &parameters, &body).await
        }
        ("end", Ok(parameters)) => end::answer(&conference, &parameters),
        ("isMeetingRunning", Ok(parameters)) => info::is_running(&conference, &parameters),
        ("getMeetingInfo", Ok(parameters)) => info::of_one(&conference, &parameters),
        ("getMeetings", Ok(_)) => list::answer(&conference),
        ("getRecordings", Ok(parameters)) => recordings::list(&conference, &parameters),
        ("publishRecordings", Ok(parameters)) => recordings::publish(&conference, &parameters),
        ("updateRecordings", Ok(parameters)) => recordings::update(&conference, &parameters),
        ("deleteRecordings", Ok(parameters)) => recordings::delete(&conference, &parameters),
        (_, Ok(_)) => answer::refused(Refusal::UnsupportedRequest),
    }
}

/// Verifies the checksum, then joins the parameters of query string and form body. Calls without a query string
/// are refused: documentation and server differ on what their checksum covers.
fn read(
    conference: &Conference,
    call: &str,
    query: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Parameters, Refusal> {
    let config = &conference.config;
    if !checksum::holds(call, query, &config.bbb_secret, &config.checksum_algorithms) {
        return Err(Refusal::Checksum);
    }
    let parameters = Parameters::parse(query.as_bytes());
    if body.is_empty() {
        return Ok(parameters);
    }
    // Compared as a whole, like the real server: with a charset it is another type.
    match headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes) {
        Some(b"application/x-www-form-urlencoded") => {
            let form = Parameters::parse(body);
            // The body is not signed, so it must not override signed parameters.
            if form.overlaps(&parameters) {
                return Err(Refusal::Checksum);
            }
            Ok(parameters.chain(form))
        }
        // Presentations; those of `create` are ignored.
        Some(b"application/xml" | b"text/xml") if ["create", "insertDocument"].contains(&call) => {
            Ok(parameters)
        }
        _ => Err(Refusal::UnsupportedContentType),
    }
}
