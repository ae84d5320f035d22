//! Responses with the content of a file, which browsers save and do not show.

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use futures_util::{Stream, TryStreamExt as _};
use http::{HeaderValue, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::files::ObjectError;
use crate::storage::files::StoredFile;

/// All but the characters that RFC 8187 leaves as they are, among them.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');

/// No script, and no origin, should a browser show it nevertheless.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// The response. If the store fails meanwhile, the connection breaks, as the length was announced.
pub fn answer(
    file: &StoredFile,
    content: impl Stream<Item = Result<Bytes, ObjectError>> + Send + 'static,
) -> Response {
    let content = content.inspect_err(|error| {
        tracing::error!(error = error as &dyn std::error::Error, "a file is cut");
    });
    let mut response = Body::from_stream(content).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(file.size));
    for (name, value) in [
        (header::CONTENT_TYPE, file.kind.media_type()),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::ACCEPT_RANGES, "none"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let name = utf8_percent_encode(&file.name, ENCODED);
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
