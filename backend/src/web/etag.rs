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

/// Larger than the largest response whose tag is made here.
const LARGEST: usize = 1024 * 1024;

/// A text is not a valid entity tag.
#[derive(Debug, thiserror::Error)]
#[error("no entity tag can be made")]
pub struct InvalidTag;

/// The tag of a response's content, where it is known before the content is sent: an extension of the response.
#[derive(Clone)]
pub struct KnownTag(pub ETag);

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
    let (tag, mut response) = match response.extensions_mut().remove::<KnownTag>() {
        Some(KnownTag(tag)) => (tag, response),
        None => match hashed(response).await {
            Ok(hashed) => hashed,
            Err(refusal) => return refusal.into_response(),
        },
    };
    let known = matches(&asked, &tag);
    let headers = response.headers_mut();
    headers.typed_insert(tag);
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(cache_control),
    );
    headers.append(header::VARY, HeaderValue::from_static(vary));
    if !known {
        return response;
    }
    for of_content in [
        header::CONTENT_TYPE,
        header::CONTENT_LENGTH,
        header::CONTENT_ENCODING,
    ] {
        headers.remove(of_content);
    }
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    *response.body_mut() = Body::empty();
    response
}

/// The tag of a response, which is read for it.
async fn hashed(response: Response) -> Result<(ETag, Response), Refusal> {
    let (parts, body) = response.into_parts();
    let content = to_bytes(body, LARGEST)
        .await
        .map_err(|_| Refusal::new(ProblemKind::Internal))?;
    let tag = of(&content).map_err(|error| Refusal::new(ProblemKind::Internal).cause(&error))?;
    Ok((tag, Response::from_parts(parts, Body::from(content))))
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
