//! `GET /embed/bigbluebutton/{seal}/manifest.json`: what the conference server has to know of the
//! plug-in.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use parvis_contract::problem::ProblemKind;
use serde::Serialize;

use super::{folder, room_of};
use crate::app::App;
use crate::web::client_address::ClientAddress;
use crate::web::problem::Refusal;

/// The name under which a page asks its conference server for the data.
const NAME: &str = "ParvisSessionDetails";

/// The plug-in interfaces that the script was written for: BigBlueButton 3.0 and 4.0.
const SDK: &str = ">=0.0.59 & <0.2.0";

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
        required_sdk_version: SDK,
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
    address: ClientAddress,
    Path(seal): Path<String>,
) -> Result<Response, Refusal> {
    let room = room_of(&app, &address, &seal)?;
    let mut response = text(&app, &folder(&app, room)?)?.into_response();
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    Ok(response)
}
