//! `GET /embed/bigbluebutton/{seal}/manifest.json`: what the conference server has to know of the
//! plug-in.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use parvis_contract::problem::ProblemKind;
use serde::Serialize;

use super::server::{ConferenceServer, Seal};
use super::{folder, room_of};
use crate::app::App;
use crate::conference::INTERFACES;
use crate::web::problem::Refusal;

/// The name under which a page asks its conference server for the data.
const NAME: &str = "ParvisSessionDetails";

/// Source: BigBlueButton's `PluginModel`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest<'a> {
    required_sdk_version: &'a str,
    name: &'a str,
    javascript_entrypoint_url: &'a str,
    enabled_for_breakout_rooms: bool,
    remote_data_sources: [DataSource<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DataSource<'a> {
    name: &'a str,
    url: &'a str,
    /// Asked for each time, so that what was renewed is seen at once.
    fetch_mode: &'a str,
    permissions: [&'a str; 1],
}

/// The manifest of the meeting whose files are in `folder`. No `javascriptEntrypointIntegrity`: the
/// client loads the script without CORS, and browsers refuse to check what they may not read.
pub(super) fn text(app: &App, folder: &str) -> Result<String, Refusal> {
    let manifest = Manifest {
        required_sdk_version: INTERFACES,
        name: NAME,
        javascript_entrypoint_url: &app.config.portal_address("/embed/bigbluebutton.js"),
        enabled_for_breakout_rooms: false,
        remote_data_sources: [DataSource {
            name: "details",
            url: &format!("{folder}/details"),
            fetch_mode: "onDemand",
            permissions: ["moderator"],
        }],
    };
    serde_json::to_string(&manifest)
        .map_err(|error| Refusal::new(ProblemKind::Internal).cause(&error))
}

/// Answers the manifest.
pub async fn serve(
    State(app): State<App>,
    server: ConferenceServer,
    Seal(seal): Seal,
) -> Result<Response, Refusal> {
    room_of(&app, &server, &seal)?;
    // Of the seal that was asked for: another node may have made it with another key.
    let mut response = text(&app, &folder(&app, &seal))?.into_response();
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    Ok(response)
}
