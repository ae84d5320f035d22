//! `GET /bigbluebutton/api`: which server this is. The only call without checksum.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::{answer, xml::text};
use crate::conference::Conference;

/// Version of the API, unchanged for many years.
const API_VERSION: &str = "2.0";
/// The server that this one imitates.
const SERVER_VERSION: &str = "3.0.19";
/// The SDK that plug-ins meet in that server's client.
const PLUGIN_SDK_VERSION: &str = "0.0.95";

pub(super) async fn answer(State(conference): State<Arc<Conference>>) -> Response {
    let base_url = &conference.base_url;
    answer::success(vec![
        text("version", API_VERSION),
        text("apiVersion", API_VERSION),
        text("bbbVersion", SERVER_VERSION),
        text("html5PluginSdkVersion", PLUGIN_SDK_VERSION),
        // Where the real server's client connects; nothing answers there.
        text(
            "graphqlWebsocketUrl",
            &format!("{}/graphql", base_url.replacen("http", "ws", 1)),
        ),
        text("graphqlApiUrl", &format!("{base_url}/api/rest")),
    ])
}
