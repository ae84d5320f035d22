//! The headers of a site as Caddy sets them.

use super::super::{FRAME, IMMUTABLE, STABLE_NAMES};

/// For files: with the compressed one beside it, where there is one.
const FILE: &str = "    file_server {\n        precompressed br gzip\n    }\n";

/// For files that pages of other sites load.
const SHARED: &str = "    header Access-Control-Allow-Origin *\n    \
                      header Cross-Origin-Resource-Policy cross-origin\n";

/// What to import in a site block. `policy` is the page's Content-Security-Policy, `frame_policy` that of the
/// page for frames.
///
/// What may be kept is said of files that are there alone. Below `/rejoindre` no access is logged, as the
/// secret of a link stands in the path where a mail filter has encoded its `#`. Caddy 2.8 has renamed the
/// variable that says so.
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
    let hidden = "    header X-Robots-Tag noindex\n    rewrite * /index.html\n    file_server\n";
    format!(
        "# Import this in the site block whose root is this folder.\n\
         handle /_headers {{\n    respond 404\n}}\n\
         handle /headers.* {{\n    respond 404\n}}\n\
         handle /assets/* {{\n{own}{assets}}}\n\
         handle /embed/* {{\n{own}{SHARED}{embed}}}\n\
         {stable}\
         handle /embed/{FRAME} {{\n{of_frame}{SHARED}{page}    file_server\n}}\n\
         # The secret of a link stands in the path where a mail filter has encoded its `#`.\n\
         vars /rejoindre* {{\n    log_skip true\n    skip_log true\n}}\n\
         handle /rejoindre* {{\n{own}{page}{hidden}}}\n\
         handle /attente/* {{\n{own}{page}{hidden}}}\n\
         handle {{\n{own}{page}    try_files {{path}} /index.html\n    file_server\n}}\n"
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
