//! `GET /api/plugin/{name}/{source}/`: a plug-in's data for one person, got by this server.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::cookie;
use crate::conference::Conference;
use crate::conference::plugins::fetch::Fetched;
use crate::conference::plugins::remote_data::Content;

/// The header in which plug-ins send the session token.
const SESSION_TOKEN: &str = "x-session-token";

pub(super) async fn show(
    State(conference): State<Arc<Conference>>,
    Path((plugin, source)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let mut response = match permitted(&conference, &plugin, &source, &headers) {
        Ok(content) => match content.read(&conference.fetcher).await {
            Some(fetched) => answer(fetched),
            None => StatusCode::BAD_GATEWAY.into_response(),
        },
        Err(status) => status.into_response(),
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What the person of this request may read.
fn permitted(
    conference: &Conference,
    plugin: &str,
    source: &str,
    headers: &HeaderMap,
) -> Result<Content, StatusCode> {
    let token = headers
        .get(SESSION_TOKEN)
        .and_then(|value| value.to_str().ok())
        .ok_or(StatusCode::UNAUTHORIZED)?;
    let meetings = conference.meetings();
    let (meeting, person) = meetings
        .session(token, cookie::read(headers))
        .ok_or(StatusCode::UNAUTHORIZED)?;
    let source = meeting
        .plugins
        .iter()
        .filter(|loaded| loaded.name == plugin)
        .find_map(|loaded| loaded.source(source))
        .ok_or(StatusCode::NOT_FOUND)?;
    if person.is_waiting() || !source.is_open_to(person.role) {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(source.content())
}

fn answer(fetched: Fetched) -> Response {
    let mut response = (fetched.status, fetched.body).into_response();
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_TYPE);
    if let Some(content_type) = fetched.content_type {
        headers.insert(header::CONTENT_TYPE, content_type);
    }
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}
