//! Assets of the conference page: style sheet, scripts, icon.

use std::sync::Arc;

use axum::Router;

use crate::asset::{CSS, asset};
use crate::conference::Conference;

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// The modules imported by `client.js`.
const MODULES: [(&str, &str); 7] = [
    (
        "/html5client/client/details.js",
        include_str!("../../../assets/client/details.js"),
    ),
    (
        "/html5client/client/host.js",
        include_str!("../../../assets/client/host.js"),
    ),
    (
        "/html5client/client/people.js",
        include_str!("../../../assets/client/people.js"),
    ),
    (
        "/html5client/client/plugin-data.js",
        include_str!("../../../assets/client/plugin-data.js"),
    ),
    (
        "/html5client/client/plugins.js",
        include_str!("../../../assets/client/plugins.js"),
    ),
    (
        "/html5client/client/role.js",
        include_str!("../../../assets/client/role.js"),
    ),
    (
        "/html5client/client/title.js",
        include_str!("../../../assets/client/title.js"),
    ),
];

pub(super) fn router() -> Router<Arc<Conference>> {
    let files = Router::new()
        .route(
            "/html5client/client.css",
            asset(CSS, include_str!("../../../assets/client.css")),
        )
        .route(
            "/html5client/client.js",
            asset(JAVASCRIPT, include_str!("../../../assets/client.js")),
        )
        .route(
            "/html5client/icon.svg",
            asset(SVG, include_str!("../../../assets/icon.svg")),
        );
    MODULES.into_iter().fold(files, |files, (path, content)| {
        files.route(path, asset(JAVASCRIPT, content))
    })
}
