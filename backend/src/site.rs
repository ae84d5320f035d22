//! The app's static files. Only its HTML differs between instances: it is rendered here, in memory
//! when the backend serves the site itself ([`Site`]), to files for a CDN otherwise ([`export`]).

pub mod export;
mod face;
mod html;
mod pages;
mod policy;
mod serve;

use std::path::Path;

pub use face::Face;
pub use serve::Site;

/// Why the built app cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// A page is not the one that this backend knows how to render.
    #[error("{path}: there is no {placeholder} in it; was it built with another version?")]
    Placeholder {
        /// The page.
        path: String,
        /// What is missing.
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

/// The app's page in a built app.
const PAGE: &str = "index.html";

/// The files that pages of other sites name. All others have their content's hash in their name.
const STABLE_NAMES: [&str; 3] = [
    "session-details.js",
    "bigbluebutton.js",
    "bigbluebutton.json",
];

/// One year: a file's name changes with its content.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The page for frames of other sites' pages, in the folder of what they may embed.
const FRAME: &str = "session-details.html";
