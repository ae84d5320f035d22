//! `Accept-Encoding`: which encodings the client understands.

use http::HeaderMap;
use http::header::ACCEPT_ENCODING;

/// The quality value of an encoding, 0 to 1 (RFC 9110, 12.5.3); 0 if it is not listed or refused.
#[must_use]
pub fn quality(asked: &HeaderMap, encoding: &str) -> f32 {
    asked
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|item| item.split_once(';').unwrap_or((item, "q=1")))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case(encoding))
        .and_then(|(_, weight)| {
            weight
                .trim()
                .to_ascii_lowercase()
                .strip_prefix("q=")?
                .parse()
                .ok()
        })
        .unwrap_or(0.0)
}

/// Whether Brotli is what the client prefers, or likes as much as gzip.
#[must_use]
pub fn prefers_brotli(asked: &HeaderMap) -> bool {
    let brotli = quality(asked, "br");
    brotli > 0.0 && brotli >= quality(asked, "gzip")
}
