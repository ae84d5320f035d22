//! Presentations of a meeting, from `insertDocument`.
//!
//! As on the real server, what cannot be fetched or shown is dropped without an error to the caller. Addresses are not
//! logged, as they are enough to fetch a file. Source: BigBlueButton's `ApiController`.

use serde::Deserialize;
use url::Url;

use crate::conference::plugins::fetch::Fetcher;

/// The largest presentation, BigBlueButton's `maxFileSizeUpload`.
const MAX_BYTES: usize = 30_000_000;

/// The extensions of the types that the server converts.
const SUPPORTED: [&str; 17] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "odg", "rtf", "txt",
    "png", "jpg", "jpeg", "svg",
];

/// A presentation of a meeting.
#[derive(Clone)]
pub(crate) struct Document {
    pub(crate) url: Url,
    pub(crate) filename: String,
    pub(crate) current: bool,
    pub(crate) downloadable: bool,
    pub(crate) removable: bool,
    /// The number of bytes; `None` if it could not be fetched.
    pub(crate) size: Option<usize>,
}

/// The body of the call.
#[derive(Deserialize)]
struct Modules {
    #[serde(default)]
    module: Vec<Module>,
}

#[derive(Deserialize)]
struct Module {
    #[serde(rename = "@name")]
    name: String,
    #[serde(default)]
    document: Vec<Requested>,
}

/// A presentation to fetch.
#[derive(Deserialize)]
pub(crate) struct Requested {
    #[serde(rename = "@url")]
    url: String,
    #[serde(rename = "@filename")]
    filename: Option<String>,
    #[serde(rename = "@current", default)]
    current: bool,
    #[serde(rename = "@downloadable", default)]
    downloadable: bool,
    #[serde(rename = "@removable", default = "yes")]
    removable: bool,
}

fn yes() -> bool {
    true
}

/// The presentations that a body names; none if it cannot be read.
pub(crate) fn requested(body: &[u8]) -> Vec<Requested> {
    let text = String::from_utf8_lossy(body);
    let modules = quick_xml::de::from_str::<Modules>(&text).map_or(Vec::new(), |root| root.module);
    let presentations = modules
        .into_iter()
        .filter(|module| module.name == "presentation");
    presentations.flat_map(|module| module.document).collect()
}

/// Fetches a presentation; `None` if its name does not say a type that is supported.
pub(crate) async fn fetch(fetcher: &Fetcher, requested: Requested) -> Option<Document> {
    let url = Url::parse(&requested.url).ok()?;
    let last_segment = || url.path().rsplit('/').next().map(str::to_owned);
    let filename = requested.filename.or_else(last_segment)?;
    let (_, extension) = filename.rsplit_once('.')?;
    if !SUPPORTED.contains(&&*extension.to_ascii_lowercase()) {
        return None;
    }
    let answer = fetcher.get_at_most(url.clone(), MAX_BYTES).await;
    let size = answer
        .filter(|answer| answer.status.is_success())
        .map(|answer| answer.body.len());
    Some(Document {
        url,
        filename,
        current: requested.current,
        downloadable: requested.downloadable,
        removable: requested.removable,
        size,
    })
}
