//! The Content-Security-Policy of the app's pages. Inline scripts and style sheets are allowed by hash: the build inlines
//! the start script and the app's style sheet.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The policy of a page in the form of a `<meta>` element. `api` is the backend's origin; empty if it is the
/// page's own.
pub(super) fn for_page(html: &str, api: &str) -> String {
    let scripts = sources("'self' 'wasm-unsafe-eval'", html, "script");
    let styles = sources("'self'", html, "style");
    let api = if api.is_empty() {
        String::new()
    } else {
        format!(" {api}")
    };
    format!(
        "default-src 'none'; script-src {scripts}; style-src {styles}; font-src 'self'; \
         img-src 'self' data:; connect-src 'self'{api}; base-uri 'none'; form-action 'self'"
    )
}

/// The policy in the form of a header, which alone supports `frame-ancestors`.
pub(super) fn header(policy: &str, frame_origins: &[String]) -> String {
    if frame_origins.is_empty() {
        return format!("{policy}; frame-ancestors 'none'");
    }
    format!("{policy}; frame-ancestors {}", frame_origins.join(" "))
}

/// `first`, and the hashes of the contents of the inline elements with this name.
fn sources(first: &str, html: &str, element: &str) -> String {
    let mut sources = first.to_owned();
    for content in inline(html, element) {
        let hash = STANDARD.encode(Sha256::digest(content));
        sources = format!("{sources} 'sha256-{hash}'");
    }
    sources
}

/// The contents of the elements with this name and without `src`.
fn inline<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
    let (start, end) = (format!("<{element}"), format!("</{element}>"));
    let mut contents = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(&start) {
        rest = &rest[at..];
        let (Some(open), Some(close)) = (rest.find('>'), rest.find(&end)) else {
            break;
        };
        let tag = &rest[..open];
        if !tag.contains(" src=") && open < close {
            contents.push(&rest[open + 1..close]);
        }
        rest = &rest[close + end.len()..];
    }
    contents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_and_style_sheets_are_allowed_by_their_hashes_and_no_other() {
        let html = "<script type=\"module\">alert(1)</script><script src=\"/a.js\"></script>\
                    <style>a { b: c }</style>";
        assert_eq!(inline(html, "script"), ["alert(1)"]);
        let policy = for_page(html, "");
        let hash = |content: &str| STANDARD.encode(Sha256::digest(content));
        assert!(policy.contains(&format!(
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-{}'; style-src 'self' 'sha256-{}';",
            hash("alert(1)"),
            hash("a { b: c }")
        )));
        assert!(!policy.contains("unsafe-inline"));
    }

    #[test]
    fn a_backend_elsewhere_may_be_connected_to() {
        assert!(for_page("", "https://api.x.fr").contains("connect-src 'self' https://api.x.fr;"));
        assert!(for_page("", "").contains("connect-src 'self';"));
    }
}
