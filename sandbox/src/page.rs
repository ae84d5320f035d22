//! The frame of every HTML page: head, style sheet, security headers.
//!
//! No page holds an inline script or style, so that one strict policy serves all of them.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

/// A page about to be sent.
pub(crate) struct Page<'a> {
    /// Its name in the browser's tab.
    pub(crate) title: &'a str,
    /// Path of its style sheet.
    pub(crate) stylesheet: &'a str,
    /// Path of its script, a module, if it has one.
    pub(crate) script: Option<&'a str>,
    /// Origins, besides our own, to which answers to its forms redirect: browsers apply
    /// `form-action` to redirects too.
    pub(crate) form_origins: &'a [String],
    /// Origins whose scripts run in the page as plug-ins, and whom these may ask and embed.
    pub(crate) plugin_origins: &'a [String],
    /// The status of the answer.
    pub(crate) status: StatusCode,
    /// What stands in `body`.
    pub(crate) body: Markup,
}

impl Page<'_> {
    fn policy(&self) -> String {
        let plugins = self.plugin_origins.join(" ");
        // Plug-ins may bring WebAssembly; without them nothing does.
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
        // Origins come from parsed addresses, so the policy is always a valid header; should it
        // ever not be, no page is better than one without its policy.
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

/// The origin of an address, where it has one that a policy can name.
pub(crate) fn origin(address: &str) -> Option<String> {
    let origin = url::Url::parse(address).ok()?.origin();
    origin.is_tuple().then(|| origin.ascii_serialization())
}
