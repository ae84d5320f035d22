//! nginx configuration of the site's headers.

use super::super::{FRAME, IMMUTABLE, SERVICE_WORKER, STABLE_NAMES};

/// Disables the error log: nginx writes the complete address and the referring page with every error.
const NO_ERRORS: &str = "    error_log /dev/null crit;\n";

/// For files: prefers the compressed variant, if there is one, and makes caches distinguish them.
const FILE: &str = "    gzip_static on;\n    gzip_vary on;\n    try_files $uri =404;\n";

/// For files that pages of other sites load.
const SHARED: &str = "    add_header Access-Control-Allow-Origin \"*\" always;\n    \
                      add_header Cross-Origin-Resource-Policy cross-origin always;\n";

/// The text to include in a `server` block. `policy` is the page's Content-Security-Policy, `frame_policy` that
/// of the page for frames.
///
/// An nginx `location` with headers of its own inherits none, so each repeats the server's five. Caching
/// headers are set only for existing files. Nothing below `/rejoindre` is logged, as the path contains a link's
/// secret if a mail filter has encoded its `#`, with or without the slash before it, which may be encoded twice
/// too. Pages are looked up as files, last, to avoid internal redirects.
pub fn headers(policy: &str, frame_policy: &str) -> String {
    let (own, of_frame) = (safe(policy), safe(frame_policy));
    let stable = STABLE_NAMES.map(|name| {
        format!(
            "location = /embed/{name} {{\n{own}{FILE}{SHARED}    \
             add_header Cache-Control \"public, max-age=300\";\n}}\n"
        )
    });
    let stable = stable.concat();
    // The page is compressed when it is exported.
    let page =
        "    gzip_static on;\n    gzip_vary on;\n    add_header Cache-Control no-cache always;\n";
    let hidden = "    add_header X-Robots-Tag noindex always;\n    try_files /index.html =404;\n";
    format!(
        "# Include this in the `server` block whose root is this folder.\n\
         location ~ ^/(_headers|headers\\.caddy|headers\\.nginx\\.conf)$ {{\n    return 404;\n}}\n\
         location /assets/ {{\n{own}{FILE}    \
         add_header Cache-Control \"{IMMUTABLE}\";\n}}\n\
         location /embed/ {{\n{own}{FILE}{SHARED}    \
         add_header Cache-Control \"{IMMUTABLE}\";\n}}\n\
         {stable}\
         location = /{SERVICE_WORKER} {{\n{own}{page}    try_files $uri =404;\n}}\n\
         location = /embed/{FRAME} {{\n{of_frame}{SHARED}{page}}}\n\
         # The secret of a link stands in the path where a mail filter has encoded its `#`.\n\
         location ~* ^/rejoindre {{\n    access_log off;\n{NO_ERRORS}{own}{page}{hidden}}}\n\
         location ~ ^/attente/ {{\n{NO_ERRORS}{own}{page}{hidden}}}\n\
         # What somebody searches for stands in the query.\n\
         location / {{\n{NO_ERRORS}{own}{page}    try_files $uri /index.html =404;\n}}\n"
    )
}

fn safe(policy: &str) -> String {
    format!(
        "    add_header Strict-Transport-Security \"max-age=31536000\" always;\n    \
         add_header Content-Security-Policy \"{policy}\" always;\n    \
         add_header X-Content-Type-Options nosniff always;\n    \
         add_header Referrer-Policy no-referrer always;\n    \
         add_header Cross-Origin-Opener-Policy same-origin-allow-popups always;\n"
    )
}
