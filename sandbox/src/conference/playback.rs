//! Playback of recordings (`/playback/…`): a page, and a video file. Everybody may open them who has the address; that
//! of a protected recording admits one browser.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::html;
use serde::Deserialize;

use crate::clock::Moment;
use crate::conference::Conference;
use crate::conference::behaviour::ProtectionBehaviour;
use crate::conference::recordings::RecordingState;
use crate::page::Page;

/// The path of the pages, without the recording.
pub(crate) const PRESENTATION: &str = "/playback/presentation/2.3";

/// The cookie of a browser that a token has admitted.
const COOKIE: &str = "sandbox_playback";

/// A stand-in for a video: the box by which an MPEG-4 file begins, without pictures.
const VIDEO: &[u8] = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom";

/// The path of the video file of a recording.
pub(crate) fn video_file(id: &str) -> String {
    format!("/playback/video/{id}/video-0.m4v")
}

pub(crate) fn router() -> Router<Arc<Conference>> {
    Router::new()
        .route("/playback/presentation/2.3/{id}", get(show))
        .route("/playback/video/{id}/video-0.m4v", get(send_video))
}

#[derive(Deserialize)]
struct PlaybackQuery {
    token: Option<String>,
}

/// The page of a published recording; 404 for another.
async fn show(
    State(conference): State<Arc<Conference>>,
    Path(id): Path<String>,
    Query(query): Query<PlaybackQuery>,
    headers: HeaderMap,
) -> Response {
    let admission = admit(&conference, &id, query.token.as_deref(), &headers);
    let (status, title, cookie) = match admission {
        Some(Admission { name, cookie }) => (StatusCode::OK, name, cookie),
        None => (
            StatusCode::NOT_FOUND,
            "Enregistrement introuvable".to_owned(),
            None,
        ),
    };
    let page = Page {
        title: &title,
        stylesheet: "/html5client/client.css",
        script: None,
        plugin_origins: &[],
        form_origins: &[],
        status,
        body: html! {
            main .notice { h1 { (title) } }
        },
    };
    with_cookie(page.into_response(), cookie.as_deref())
}

/// The file of a published recording; 404 for another.
async fn send_video(
    State(conference): State<Arc<Conference>>,
    Path(id): Path<String>,
    Query(query): Query<PlaybackQuery>,
    headers: HeaderMap,
) -> Response {
    match admit(&conference, &id, query.token.as_deref(), &headers) {
        Some(Admission { cookie, .. }) => {
            let file = ([(header::CONTENT_TYPE, "video/mp4")], VIDEO);
            with_cookie(file.into_response(), cookie.as_deref())
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Access to a recording.
struct Admission {
    /// The name of the recording.
    name: String,
    /// The value of a cookie that the browser is to keep.
    cookie: Option<String>,
}

fn admit(
    conference: &Conference,
    id: &str,
    token: Option<&str>,
    headers: &HeaderMap,
) -> Option<Admission> {
    let now = Moment::now();
    let recordings = conference.recordings();
    let recording = recordings.get(id)?;
    if recording.state(now) != RecordingState::Published {
        return None;
    }
    let name = recording.name.clone();
    let protects = conference.behaviour.get().protection != ProtectionBehaviour::None;
    if !protects || !recording.is_protected() {
        return Some(Admission { name, cookie: None });
    }
    let mut tokens = conference.playback_tokens();
    // Even a browser that is admitted already uses the token up.
    let cookie = token.and_then(|token| tokens.consume(token, id, now.unix_ms));
    let is_admitted =
        cookie.is_some() || cookies(headers).any(|cookie| tokens.admits(cookie, id, now.unix_ms));
    is_admitted.then_some(Admission { name, cookie })
}

fn cookies(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter_map(|(name, value)| (name == COOKIE).then_some(value))
}

fn with_cookie(response: Response, cookie: Option<&str>) -> Response {
    match cookie {
        Some(cookie) => {
            let cookie = format!("{COOKIE}={cookie}; Path=/playback; HttpOnly; SameSite=Lax");
            ([(header::SET_COOKIE, cookie)], response).into_response()
        }
        None => response,
    }
}
