//! Static assets compiled into the binary: style sheets, scripts, the icon.

use std::convert::Infallible;

use axum::http::header;
use axum::routing::{MethodRouter, get};

/// The route of one asset. Browsers revalidate it, as its path does not change with its content.
pub(crate) fn asset<S>(
    content_type: &'static str,
    content: &'static str,
) -> MethodRouter<S, Infallible>
where
    S: Clone + Send + Sync + 'static,
{
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    get(async move || (headers, content))
}

/// The media type of style sheets.
pub(crate) const CSS: &str = "text/css; charset=utf-8";
