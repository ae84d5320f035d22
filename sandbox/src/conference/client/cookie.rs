//! The session cookie of the browser that joined.

use axum::http::{HeaderMap, header};

/// The cookie name of the real server.
const NAME: &str = "JSESSIONID";

/// The value in a request.
pub(in crate::conference) fn read(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == NAME).then_some(value))
}

/// The `Set-Cookie` header for the origin `base_url`.
pub(in crate::conference) fn write(value: &str, base_url: &str) -> String {
    let secure = if base_url.starts_with("https:") {
        "; Secure"
    } else {
        ""
    };
    format!("{NAME}={value}; Path=/; HttpOnly; SameSite=Lax{secure}")
}
