//! Entity tags: an answer that the browser already has is not sent again.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest as _, Sha256};

use super::problem::Refusal;
use parvis_contract::problem::ProblemKind;

/// More than the largest answer that bears a tag (500 rooms and 100 that were
/// deleted, with names of 150 characters).
const LARGEST: usize = 1024 * 1024;

/// The tag of some content: weak, as the same content may travel compressed or not.
#[must_use]
pub fn of(content: &[u8]) -> HeaderValue {
    let hash = URL_SAFE_NO_PAD.encode(&Sha256::digest(content)[..12]);
    HeaderValue::from_str(&format!("W/\"{hash}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("W/\"\""))
}

/// Whether the asker already has the content with this tag.
#[must_use]
pub fn matches(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let Ok(tag) = tag.to_str() else { return false };
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|candidate| candidate.trim() == tag)
}

/// Middleware for answers that are one person's own and may be asked for again at any time:
/// `private, no-cache` with a tag.
pub async fn private(request: Request, next: Next) -> Response {
    tagged(request, next, "private, no-cache", "cookie").await
}

/// Middleware for answers that no browser may keep: a tag is for whoever asked, and keeps it itself.
pub async fn unkept(request: Request, next: Next) -> Response {
    tagged(request, next, "no-store", "authorization").await
}

async fn tagged(
    request: Request,
    next: Next,
    cache_control: &'static str,
    vary: &'static str,
) -> Response {
    let asked = request.headers().clone();
    let mut response = next.run(request).await;
    if response.status() != StatusCode::OK {
        let no_store = HeaderValue::from_static("no-store");
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, no_store);
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(content) = to_bytes(body, LARGEST).await else {
        return Refusal::new(ProblemKind::Internal).into_response();
    };
    let tag = of(&content);
    let known = matches(&asked, &tag);
    parts.headers.insert(header::ETAG, tag);
    parts.headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(cache_control),
    );
    parts
        .headers
        .append(header::VARY, HeaderValue::from_static(vary));
    if known {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        parts.headers.remove(header::CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_in_a_list_of_tags() {
        let tag = of(b"content");
        let mut headers = HeaderMap::new();
        assert!(!matches(&headers, &tag));
        let list = format!("W/\"other\", {}", tag.to_str().expect("ASCII"));
        headers.insert(
            header::IF_NONE_MATCH,
            HeaderValue::from_str(&list).expect("ASCII"),
        );
        assert!(matches(&headers, &tag));
        assert!(!matches(&headers, &of(b"other content")));
    }
}
