//! The three forms of an answer: success, refusal, and the nested refusal of one single key.
//!
//! All are sent with HTTP 200, refusals too.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::xml::{self, Element, parent, text};
use crate::conference::refusal::Refusal;

/// `SUCCESS`, then these elements.
pub(super) fn success(elements: Vec<Element>) -> Response {
    let mut children = vec![text("returncode", "SUCCESS")];
    children.extend(elements);
    send(&parent("response", children))
}

/// The two elements of a notice within a success.
pub(super) fn notice(key: &str, message: &str) -> [Element; 2] {
    [text("messageKey", key), text("message", message)]
}

/// `FAILED` and why.
pub(super) fn refused(refusal: Refusal) -> Response {
    let failed = text("returncode", "FAILED");
    let children = if refusal == Refusal::NonUniqueVoiceBridge {
        let error = parent(
            "error",
            vec![text("key", refusal.key()), text("message", &refusal)],
        );
        vec![failed, parent("errors", vec![error])]
    } else {
        let [key, message] = notice(refusal.key(), &refusal.to_string());
        vec![failed, key, message]
    };
    send(&parent("response", children))
}

fn send(root: &Element) -> Response {
    match xml::document(root) {
        Ok(document) => {
            let headers = [
                (header::CONTENT_TYPE, "text/xml"),
                (header::CACHE_CONTROL, "no-cache"),
            ];
            (headers, document).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "an answer cannot be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
