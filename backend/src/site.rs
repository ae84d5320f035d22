//! The static site: the app's files. Only its HTML differs between instances. It is rendered in memory if the
//! backend serves the site ([`Site`]), otherwise to files for a CDN ([`export`]).

mod branding;
pub mod export;
mod html;
mod pages;
mod policy;
mod serve;

use std::path::Path;

pub use branding::Branding;
pub use serve::Site;

/// Why the built app cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: String,
        /// The system's error.
        source: std::io::Error,
    },
    /// A page of another version: a placeholder is missing.
    #[error("{path}: there is no {placeholder} in it; was it built with another version?")]
    Placeholder {
        /// The page.
        path: String,
        /// The missing placeholder.
        placeholder: &'static str,
    },
}

impl SiteError {
    fn file(path: &Path, source: std::io::Error) -> Self {
        Self::File {
            path: path.display().to_string(),
            source,
        }
    }
}

/// The app's page in the built app.
const PAGE: &str = "index.html";

/// The script of the service worker, whose scope is the folder that it is in.
const SERVICE_WORKER: &str = "service-worker.js";

/// Files with stable names, for pages of other sites. All other names contain a hash of the content.
const STABLE_NAMES: [&str; 3] = [
    "session-details.js",
    "bigbluebutton.js",
    "bigbluebutton.json",
];

/// One year: names change with the content.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The page for frames in pages of other sites, in the folder of embeddable files.
const FRAME: &str = "session-details.html";
