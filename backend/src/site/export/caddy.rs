//! Caddy configuration of the site's headers.

use super::super::{FRAME, IMMUTABLE, SERVICE_WORKER, STABLE_NAMES};

/// For files: prefers the compressed variant, if there is one.
const FILE: &str = "    file_server {\n        precompressed br gzip\n    }\n";

/// For files that pages of other sites load.
const SHARED: &str = "    header Access-Control-Allow-Origin *\n    \
                      header Cross-Origin-Resource-Policy cross-origin\n";

/// The text to import in a site block. `policy` is the page's Content-Security-Policy, `frame_policy` that of
/// the page for frames.
///
/// Caching headers are set only for existing files. Access below `/rejoindre` is not logged, as the path
/// contains a link's secret if a mail filter has encoded its `#`. Caddy 2.8 renamed the variable for that.
pub fn headers(policy: &str, frame_policy: &str) -> String {
    let (own, of_frame) = (safe(policy), safe(frame_policy));
    let kept = |matcher: &str, cache: &str| {
        format!("    @{matcher} file\n    header @{matcher} Cache-Control \"{cache}\"\n{FILE}")
    };
    let stable = STABLE_NAMES.map(|name| {
        let kept = kept(&name.replace('.', "-"), "public, max-age=300");
        format!("handle /embed/{name} {{\n{own}{SHARED}{kept}}}\n")
    });
    let stable = stable.concat();
    let (assets, embed) = (kept("assets", IMMUTABLE), kept("embed", IMMUTABLE));
    let page = "    header Cache-Control no-cache\n    encode gzip\n";
    let hidden = "    header X-Robots-Tag noindex\n    rewrite * /index.html\n";
    format!(
        "# Import this in the site block whose root is this folder.\n\
         handle /_headers {{\n    respond 404\n}}\n\
         handle /headers.* {{\n    respond 404\n}}\n\
         handle /assets/* {{\n{own}{assets}}}\n\
         handle /embed/* {{\n{own}{SHARED}{embed}}}\n\
         {stable}\
         handle /{SERVICE_WORKER} {{\n{own}    header Cache-Control no-cache\n{FILE}}}\n\
         handle /embed/{FRAME} {{\n{of_frame}{SHARED}{page}    file_server\n}}\n\
         # The secret of a link stands in the path where a mail filter has encoded its `#`.\n\
         vars /rejoindre* {{\n    log_skip true\n    skip_log true\n}}\n\
         handle /rejoindre* {{\n{own}{page}{hidden}{FILE}}}\n\
         handle /attente/* {{\n{own}{page}{hidden}{FILE}}}\n\
         handle {{\n{own}{page}    try_files {{path}} /index.html\n{FILE}}}\n"
    )
}

fn safe(policy: &str) -> String {
    format!(
        "    header {{\n        Content-Security-Policy \"{policy}\"\n        \
         X-Content-Type-Options nosniff\n        \
         Referrer-Policy no-referrer\n        \
         Cross-Origin-Opener-Policy same-origin-allow-popups\n    }}\n"
    )
}
