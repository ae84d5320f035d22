//! The Content-Security-Policy of the app's pages. Inline scripts are allowed by hash: the build inlines the
//! start script.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The policy of a page in the form of a `<meta>` element. `api` is the backend's origin; empty if it is the
/// page's own.
pub(super) fn for_page(html: &str, api: &str) -> String {
    let hashes = inline_scripts(html)
        .into_iter()
        .map(|script| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script))));
    let scripts: Vec<String> = ["'self'", "'wasm-unsafe-eval'"]
        .map(str::to_owned)
        .into_iter()
        .chain(hashes)
        .collect();
    let scripts = scripts.join(" ");
    let api = if api.is_empty() {
        String::new()
    } else {
        format!(" {api}")
    };
    format!(
        "default-src 'none'; script-src {scripts}; style-src 'self'; font-src 'self'; \
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

/// The contents of `<script>` elements without `src`.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<script") {
        rest = &rest[start..];
        let (Some(open), Some(close)) = (rest.find('>'), rest.find("</script>")) else {
            break;
        };
        let tag = &rest[..open];
        if !tag.contains(" src=") && open < close {
            scripts.push(&rest[open + 1..close]);
        }
        rest = &rest[close + "</script>".len()..];
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_inline_script_runs_by_its_hash_and_no_other() {
        let html = "<script type=\"module\">alert(1)</script><script src=\"/a.js\"></script>";
        assert_eq!(inline_scripts(html), ["alert(1)"]);
        let policy = for_page(html, "");
        let hash = STANDARD.encode(Sha256::digest("alert(1)"));
        assert!(policy.contains(&format!(
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-{hash}';"
        )));
        assert!(!policy.contains("unsafe-inline"));
    }

    #[test]
    fn a_backend_elsewhere_may_be_connected_to() {
        assert!(for_page("", "https://api.x.fr").contains("connect-src 'self' https://api.x.fr;"));
        assert!(for_page("", "").contains("connect-src 'self';"));
    }
}
