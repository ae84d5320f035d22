//! Rendered pages in memory, compressed once at the highest level. They are not written to files, as the
//! backend may have no writable folder.

use std::io::{self, Write as _};
use std::path::Path;

use axum::body::{Body, Bytes};
use axum::response::{IntoResponse as _, Response};
use axum_extra::headers::ETag;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::SiteError;
use super::html::Page;
use crate::web::{accept_encoding, brotli, etag};

/// A rendered page with its encodings.
pub(super) struct RenderedPage {
    plain: Bytes,
    brotli: Bytes,
    gzip: Bytes,
    policy: HeaderValue,
    /// The entity tag.
    pub tag: ETag,
}

/// A text in the encodings that browsers accept, each by the highest level.
pub(super) struct Compressed {
    pub brotli: Vec<u8>,
    pub gzip: Vec<u8>,
}

impl Compressed {
    /// Compresses a text.
    ///
    /// # Errors
    ///
    /// The compressor's.
    pub fn new(text: &str) -> io::Result<Self> {
        Ok(Self {
            brotli: brotli::compress(text.as_bytes(), brotli::BEST)?,
            gzip: gzip(text.as_bytes())?,
        })
    }
}

impl RenderedPage {
    /// Compresses a page. `path` is for errors.
    ///
    /// # Errors
    ///
    /// [`SiteError`] when its policy is not a valid header.
    pub fn new(Page { html, policy }: Page, path: &Path) -> Result<Self, SiteError> {
        let failed = |error| SiteError::file(path, error);
        let Compressed { brotli, gzip } = Compressed::new(&html).map_err(failed)?;
        Ok(Self {
            brotli: brotli.into(),
            gzip: gzip.into(),
            policy: HeaderValue::from_str(&policy)
                .map_err(|error| failed(io::Error::other(error)))?,
            tag: etag::of(html.as_bytes()).map_err(|error| failed(io::Error::other(error)))?,
            plain: html.into_bytes().into(),
        })
    }

    /// The response with the page in the best accepted encoding.
    pub fn send(&self, asked: &HeaderMap) -> Response {
        let (encoding, body) = if accept_encoding::prefers_brotli(asked) {
            (Some("br"), &self.brotli)
        } else if accept_encoding::quality(asked, "gzip") > 0.0 {
            (Some("gzip"), &self.gzip)
        } else {
            (None, &self.plain)
        };
        let mut response = Response::new(Body::from(body.clone()));
        let headers = response.headers_mut();
        let html = HeaderValue::from_static("text/html; charset=utf-8");
        headers.insert(header::CONTENT_TYPE, html);
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        self.add_headers(response)
    }

    /// The response to a browser that already has the page.
    pub fn not_modified(&self) -> Response {
        self.add_headers(StatusCode::NOT_MODIFIED.into_response())
    }

    fn add_headers(&self, mut response: Response) -> Response {
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::CONTENT_SECURITY_POLICY, self.policy.clone());
        response
    }
}

fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(content)?;
    writer.finish()
}
