//! API responses: success, error, and the nested error form of one key.
//!
//! All have HTTP status 200.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::xml::{self, Element, parent, text};
use crate::conference::refusal::Refusal;

/// `SUCCESS` with these elements.
pub(super) fn success(elements: Vec<Element>) -> Response {
    let mut children = vec![text("returncode", "SUCCESS")];
    children.extend(elements);
    send(&parent("response", children))
}

/// The elements of a message within a success.
pub(super) fn notice(key: &str, message: &str) -> [Element; 2] {
    [text("messageKey", key), text("message", message)]
}

/// `FAILED` with the error.
pub(in crate::conference) fn refused(refusal: Refusal) -> Response {
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
