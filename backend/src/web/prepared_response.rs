//! JSON responses that are sent several times: serialized, tagged and compressed once.

use std::sync::OnceLock;

use axum::body::{Body, Bytes};
use axum::response::Response;
use axum_extra::headers::ETag;
use http::{HeaderMap, HeaderValue, header};
use parvis_contract::problem::ProblemKind;
use serde::Serialize;

use super::problem::Refusal;
use super::{accept_encoding, brotli, etag};

/// From this length on, in bytes, a response is compressed.
pub const COMPRESS_FROM: u16 = 512;

/// Higher levels take a millisecond and more for 50 rooms.
const LEVEL: u32 = 5;

/// A JSON response.
pub struct PreparedResponse {
    content: Bytes,
    tag: ETag,
    /// Compressed for the first client that understands it.
    brotli: OnceLock<Option<Bytes>>,
}

impl PreparedResponse {
    /// Serializes `value`.
    ///
    /// # Errors
    ///
    /// [`ProblemKind::Internal`] when that fails: of no type of the contract.
    pub fn new(value: &impl Serialize) -> Result<Self, Refusal> {
        let internal = || Refusal::new(ProblemKind::Internal);
        let content = serde_json::to_vec(value).map_err(|error| internal().cause(&error))?;
        Ok(Self {
            tag: etag::of(&content).map_err(|error| internal().cause(&error))?,
            content: without_spare_room(content),
            brotli: OnceLock::new(),
        })
    }

    /// The memory that it takes, in bytes, about.
    #[must_use]
    pub fn size(&self) -> usize {
        self.content.len() + self.content.len() / 4
    }

    /// Whether both have the same content.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.content == other.content
    }

    /// The response to a request with these headers. Its tag is for [`etag::private`], where a route has that.
    #[must_use]
    pub fn respond(&self, asked: &HeaderMap) -> Response {
        let is_long = self.content.len() >= usize::from(COMPRESS_FROM);
        let brotli = if is_long && accept_encoding::prefers_brotli(asked) {
            let compress = || {
                let compressed = brotli::compress(&self.content, LEVEL);
                compressed.ok().map(without_spare_room)
            };
            self.brotli.get_or_init(compress).clone()
        } else {
            None
        };
        let is_compressed = brotli.is_some();
        let content = brotli.unwrap_or_else(|| self.content.clone());
        let mut response = Response::new(Body::from(content));
        let headers = response.headers_mut();
        let json = HeaderValue::from_static("application/json");
        headers.insert(header::CONTENT_TYPE, json);
        if is_compressed {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
            headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        }
        response
            .extensions_mut()
            .insert(etag::KnownTag(self.tag.clone()));
        response
    }
}

/// A vector may have room for twice its content, which would be kept with it.
fn without_spare_room(content: Vec<u8>) -> Bytes {
    content.into_boxed_slice().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(asked: &str, length: usize) -> Response {
        let mut headers = HeaderMap::new();
        let asked = HeaderValue::from_str(asked).expect("ASCII");
        headers.insert(header::ACCEPT_ENCODING, asked);
        let response = PreparedResponse::new(&"a".repeat(length)).map_err(|_| ());
        response.expect("a response").respond(&headers)
    }

    #[track_caller]
    fn check(asked: &str, length: usize, is_compressed: bool) {
        let response = response(asked, length);
        let encoding = response.headers().get(header::CONTENT_ENCODING);
        assert_eq!(encoding.is_some(), is_compressed, "{asked}");
    }

    #[test]
    fn long_responses_are_compressed_for_who_understands_it() {
        check("gzip, deflate, br, zstd", 1_000, true);
        check("br;q=0.5, gzip;q=0.4", 1_000, true);
        check("br;q=0.4, gzip;q=0.5", 1_000, false);
        check("br;q=0", 1_000, false);
        check("gzip", 1_000, false);
        check("br", 100, false);
    }
}
