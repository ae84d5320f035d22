//! `GET /bigbluebutton/api`: which server this is. The only call without checksum.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};

use super::{answer, xml::text};
use crate::conference::Conference;

/// Version of the API, unchanged for many years.
const API_VERSION: &str = "2.0";
/// The server that this one imitates.
const SERVER_VERSION: &str = "3.0.19";

pub(super) async fn answer(State(conference): State<Arc<Conference>>, uri: Uri) -> Response {
    if conference.behaviour.get().redirects_base && !uri.path().ends_with('/') {
        let with_slash = [(header::LOCATION, format!("{}/", uri.path()))];
        return (StatusCode::MOVED_PERMANENTLY, with_slash).into_response();
    }
    let base_url = &conference.base_url;
    let sdk_version = conference.config.plugin_sdk_version.as_deref();
    let mut elements = vec![
        text("version", API_VERSION),
        text("apiVersion", API_VERSION),
        text("bbbVersion", SERVER_VERSION),
    ];
    // Older servers do not have this element at all.
    elements.extend(sdk_version.map(|version| text("html5PluginSdkVersion", version)));
    elements.extend([
        // Where the real server's client connects; nothing answers there.
        text(
            "graphqlWebsocketUrl",
            &format!("{}/graphql", base_url.replacen("http", "ws", 1)),
        ),
        text("graphqlApiUrl", &format!("{base_url}/api/rest")),
    ]);
    answer::success(elements)
}
