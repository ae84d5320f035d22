//! `GET /bigbluebutton/api`: the server's version. The only call without a checksum.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};

use super::{answer, xml::text};
use crate::conference::Conference;

/// The version of the API, unchanged for years.
const API_VERSION: &str = "2.0";
/// The imitated server version.
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
    // Older servers do not have this element.
    elements.extend(sdk_version.map(|version| text("html5PluginSdkVersion", version)));
    elements.extend([
        // The address of the real server's GraphQL endpoint, which does not exist here.
        text(
            "graphqlWebsocketUrl",
            &format!("{}/graphql", base_url.replacen("http", "ws", 1)),
        ),
        text("graphqlApiUrl", &format!("{base_url}/api/rest")),
    ]);
    answer::success(elements)
}
