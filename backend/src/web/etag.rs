//! Entity tags (`ETag`, `If-None-Match`).

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::headers::{ETag, HeaderMapExt as _, IfNoneMatch};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest as _, Sha256};

use super::problem::Refusal;
use parvis_contract::problem::ProblemKind;

/// Larger than the largest tagged response: 500 rooms and 100 deleted ones with names of 150 characters.
const LARGEST: usize = 1024 * 1024;

/// A text is not a valid entity tag.
#[derive(Debug, thiserror::Error)]
#[error("no entity tag can be made")]
pub struct InvalidTag;

/// The tag of some content: weak, as the content may be sent compressed or not.
///
/// # Errors
///
/// When the tag is invalid, which the base64url alphabet excludes.
pub fn of(content: &[u8]) -> Result<ETag, InvalidTag> {
    let hash = URL_SAFE_NO_PAD.encode(&Sha256::digest(content)[..12]);
    format!("W/\"{hash}\"").parse().map_err(|_| InvalidTag)
}

/// Whether the request has this tag in `If-None-Match`.
#[must_use]
pub fn matches(headers: &HeaderMap, tag: &ETag) -> bool {
    headers
        .typed_get::<IfNoneMatch>()
        .is_some_and(|known| !known.precondition_passes(tag))
}

/// Middleware for private responses that may be revalidated: `private, no-cache` with a tag.
pub async fn private(request: Request, next: Next) -> Response {
    tagged(
        request,
        next,
        "private, no-cache",
        "cookie, accept-language",
    )
    .await
}

/// Middleware for responses with a tag that browsers must not store: the caller keeps the tag itself.
pub async fn not_stored(request: Request, next: Next) -> Response {
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
    let tag = match of(&content) {
        Ok(tag) => tag,
        Err(error) => {
            return Refusal::new(ProblemKind::Internal)
                .cause(&error)
                .into_response();
        }
    };
    let known = matches(&asked, &tag);
    parts.headers.typed_insert(tag);
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

    fn asked(tags: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let tags = HeaderValue::from_str(tags).expect("ASCII");
        headers.insert(header::IF_NONE_MATCH, tags);
        headers
    }

    #[test]
    fn a_tag_is_found_in_a_list_of_tags() {
        let tag = of(b"content").expect("a tag");
        assert!(!matches(&HeaderMap::new(), &tag));
        let mut sent = HeaderMap::new();
        sent.typed_insert(tag.clone());
        let text = sent[header::ETAG].to_str().expect("ASCII").to_owned();
        let list = asked(&format!("W/\"other\", {text}"));
        assert!(matches(&list, &tag));
        assert!(!matches(&list, &of(b"other content").expect("a tag")));
    }

    #[test]
    fn a_tag_that_a_proxy_has_made_strong_is_known() {
        let tag = of(b"content").expect("a tag");
        let mut sent = HeaderMap::new();
        sent.typed_insert(tag.clone());
        let text = sent[header::ETAG].to_str().expect("ASCII");
        assert!(matches(&asked(text.trim_start_matches("W/")), &tag));
    }
}
