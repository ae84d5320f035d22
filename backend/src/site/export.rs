//! Renders the site to files, for a CDN or a web server.

use std::fs;
use std::path::Path;

use super::html::{self, Page};
use super::{FRAME, Face, IMMUTABLE, PAGE, STABLE_NAMES, SiteError};

/// Copies the app built in `dist` to `out`, with its page rendered for this instance, and beside it
/// the headers to serve it with: `_headers` (Cloudflare Pages) and `headers.nginx.conf`.
///
/// # Errors
///
/// [`SiteError`] when a file cannot be read or written, or the page is of another version.
pub fn write(dist: &Path, out: &Path, face: &Face) -> Result<(), SiteError> {
    let path = dist.join(PAGE);
    let built = fs::read_to_string(&path).map_err(|error| SiteError::file(&path, error))?;
    let Page { html, policy } = html::render(PAGE, &built, face)?;
    let frame = dist.join("embed").join(FRAME);
    let built = fs::read_to_string(&frame).map_err(|error| SiteError::file(&frame, error))?;
    let frame = html::render_frame(FRAME, &built, face)?;
    for folder in ["assets", "embed"] {
        copy(&dist.join(folder), &out.join(folder))?;
    }
    put(&out.join(PAGE), &html)?;
    put(&out.join("embed").join(FRAME), &frame.html)?;
    put(&out.join("_headers"), &cdn_headers(&policy, &frame.policy))?;
    let nginx = nginx_headers(&policy, &frame.policy);
    put(&out.join("headers.nginx.conf"), &nginx)
}

fn copy(from: &Path, to: &Path) -> Result<(), SiteError> {
    fs::create_dir_all(to).map_err(|error| SiteError::file(to, error))?;
    for entry in fs::read_dir(from).map_err(|error| SiteError::file(from, error))? {
        let entry = entry.map_err(|error| SiteError::file(from, error))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).map_err(|error| SiteError::file(&target, error))?;
        }
    }
    Ok(())
}

fn put(path: &Path, content: &str) -> Result<(), SiteError> {
    fs::write(path, content).map_err(|error| SiteError::file(path, error))
}

fn cdn_headers(policy: &str, frame_policy: &str) -> String {
    let each = |names: &[&str], lines: &str| -> String {
        let block = |name: &&str| format!("/embed/{name}\n{lines}");
        names.iter().map(block).collect()
    };
    let stable = each(
        &STABLE_NAMES,
        "  ! Cache-Control\n  Cache-Control: public, max-age=300\n",
    );
    // Some hosts serve a page without its ending.
    let frame = each(
        &[FRAME, FRAME.trim_end_matches(".html")],
        &format!(
            "  ! Content-Security-Policy\n  Content-Security-Policy: {frame_policy}\n  \
             ! Cache-Control\n  Cache-Control: no-cache\n"
        ),
    );
    format!(
        "/*\n  Content-Security-Policy: {policy}\n  Cache-Control: no-cache\n  \
         X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Cross-Origin-Opener-Policy: same-origin-allow-popups\n\
         /assets/*\n  ! Cache-Control\n  Cache-Control: {IMMUTABLE}\n\
         /embed/*\n  Access-Control-Allow-Origin: *\n  \
         Cross-Origin-Resource-Policy: cross-origin\n  \
         ! Cache-Control\n  Cache-Control: {IMMUTABLE}\n\
         {stable}{frame}\
         /rejoindre/*\n  X-Robots-Tag: noindex\n\
         /attente/*\n  X-Robots-Tag: noindex\n"
    )
}

/// In nginx a `location` with headers of its own inherits none, so each repeats the file's own four. What
/// may be kept is said of files that are there alone.
fn nginx_headers(policy: &str, frame_policy: &str) -> String {
    let safe = |policy: &str| {
        format!(
            "    add_header Content-Security-Policy \"{policy}\" always;\n    \
             add_header X-Content-Type-Options nosniff always;\n    \
             add_header Referrer-Policy no-referrer always;\n    \
             add_header Cross-Origin-Opener-Policy same-origin-allow-popups always;\n"
        )
    };
    let (own, of_frame) = (safe(policy), safe(frame_policy));
    let file = "    gzip_static on;\n    try_files $uri =404;\n";
    let shared = "    add_header Access-Control-Allow-Origin \"*\" always;\n    \
                  add_header Cross-Origin-Resource-Policy cross-origin always;\n";
    let stable = STABLE_NAMES.map(|name| {
        format!(
            "location = /embed/{name} {{\n{own}{file}{shared}    \
             add_header Cache-Control \"public, max-age=300\";\n}}\n"
        )
    });
    let stable = stable.concat();
    format!(
        "# Include this in the `server` block whose root is this folder.\n\
         location /assets/ {{\n{own}{file}    \
         add_header Cache-Control \"{IMMUTABLE}\";\n}}\n\
         location /embed/ {{\n{own}{file}{shared}    \
         add_header Cache-Control \"{IMMUTABLE}\";\n}}\n\
         {stable}\
         location = /embed/{FRAME} {{\n{of_frame}{shared}    \
         add_header Cache-Control no-cache always;\n}}\n\
         location ~ ^/(rejoindre|attente)/ {{\n{own}    \
         add_header Cache-Control no-cache always;\n    \
         add_header X-Robots-Tag noindex always;\n    try_files /index.html =404;\n}}\n\
         location / {{\n{own}    add_header Cache-Control no-cache always;\n    \
         try_files $uri /index.html;\n}}\n"
    )
}
