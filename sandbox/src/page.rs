//! HTML page layout: head, style sheet, security headers.
//!
//! Pages have no inline scripts or styles, so that one strict Content-Security-Policy fits all.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

/// A page to send.
pub(crate) struct Page<'a> {
    /// The title.
    pub(crate) title: &'a str,
    /// The path of the style sheet.
    pub(crate) stylesheet: &'a str,
    /// The path of the script module, if there is one.
    pub(crate) script: Option<&'a str>,
    /// Additional origins to which form submissions redirect: browsers apply `form-action` to redirects too.
    pub(crate) form_origins: &'a [String],
    /// Origins of plug-in scripts, which may also be fetched from and embedded.
    pub(crate) plugin_origins: &'a [String],
    /// The HTTP status.
    pub(crate) status: StatusCode,
    /// The content of `body`.
    pub(crate) body: Markup,
}

impl Page<'_> {
    fn policy(&self) -> String {
        let plugins = self.plugin_origins.join(" ");
        // Plug-ins may use WebAssembly.
        let (scripts, frames) = if plugins.is_empty() {
            (String::new(), "'none'")
        } else {
            (format!("'wasm-unsafe-eval' {plugins}"), plugins.as_str())
        };
        format!(
            "default-src 'none'; style-src 'self'; script-src 'self' {scripts}; \
             connect-src 'self' {plugins}; frame-src {frames}; img-src 'self' https:; \
             form-action 'self' {}; frame-ancestors 'none'; base-uri 'none'",
            self.form_origins.join(" ")
        )
    }
}

impl IntoResponse for Page<'_> {
    fn into_response(self) -> Response {
        // Origins are parsed, so the policy is a valid header; without its policy the page is not sent.
        let Ok(policy) = HeaderValue::try_from(self.policy()) else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let document = html! {
            (DOCTYPE)
            html lang="fr" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) }
                    link rel="icon" type="image/svg+xml" href="/html5client/icon.svg";
                    link rel="stylesheet" href=(self.stylesheet);
                    @if let Some(script) = self.script {
                        script type="module" src=(script) {}
                    }
                }
                body { (self.body) }
            }
        };
        let mut response = (self.status, Html(document.into_string())).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        headers.insert(
            header::REFERRER_POLICY,
            HeaderValue::from_static("same-origin"),
        );
        headers.insert(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

/// The origin of an address, if a policy can contain it.
pub(crate) fn origin(address: &str) -> Option<String> {
    let origin = url::Url::parse(address).ok()?.origin();
    origin.is_tuple().then(|| origin.ascii_serialization())
}
