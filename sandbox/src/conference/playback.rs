//! Playback pages of recordings (`/playback/…`), which everybody may open who has the address.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::html;

use crate::clock::Moment;
use crate::conference::Conference;
use crate::conference::recordings::RecordingState;
use crate::page::Page;

pub(crate) fn router() -> Router<Arc<Conference>> {
    Router::new()
        .route("/playback/presentation/2.3/{id}", get(show))
        .route("/playback/video/{id}", get(show))
}

/// The page of a published recording; 404 for another.
async fn show(State(conference): State<Arc<Conference>>, Path(id): Path<String>) -> Response {
    let name = conference
        .recordings()
        .iter()
        .find(|recording| recording.id == id)
        .filter(|recording| recording.state(Moment::now()) == RecordingState::Published)
        .map(|recording| recording.name.clone());
    let (status, title) = match &name {
        Some(name) => (StatusCode::OK, name.as_str()),
        None => (StatusCode::NOT_FOUND, "Enregistrement introuvable"),
    };
    Page {
        title,
        stylesheet: "/html5client/client.css",
        script: None,
        plugin_origins: &[],
        form_origins: &[],
        status,
        body: html! {
            main .notice { h1 { (title) } }
        },
    }
    .into_response()
}
