//! Renders the site to files, for a CDN or a web server.

use std::fs;
use std::path::Path;

use super::html::{self, Page};
use super::{FRAME, Face, PAGE, SiteError};

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
    format!(
        "/*\n  Content-Security-Policy: {policy}\n  Cache-Control: no-cache\n  \
         X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Cross-Origin-Opener-Policy: same-origin-allow-popups\n\
         /assets/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n\
         /embed/*\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n\
         /embed/*.js\n  ! Cache-Control\n  Cache-Control: public, max-age=300\n\
         /embed/session-details.html\n  ! Content-Security-Policy\n  \
         Content-Security-Policy: {frame_policy}\n\
         /rejoindre/*\n  X-Robots-Tag: noindex\n\
         /attente/*\n  X-Robots-Tag: noindex\n"
    )
}

/// In nginx a `location` with headers of its own inherits none, so each repeats the file's own four.
fn nginx_headers(policy: &str, frame_policy: &str) -> String {
    let safe = format!(
        "    add_header Content-Security-Policy \"{policy}\" always;\n    \
         add_header X-Content-Type-Options nosniff always;\n    \
         add_header Referrer-Policy no-referrer always;\n    \
         add_header Cross-Origin-Opener-Policy same-origin-allow-popups always;\n"
    );
    format!(
        "# Include this in the `server` block whose root is this folder.\n\
         location /assets/ {{\n{safe}    gzip_static on;\n    try_files $uri =404;\n    \
         add_header Cache-Control \"public, max-age=31536000, immutable\" always;\n}}\n\
         location /embed/ {{\n{safe}    gzip_static on;\n    try_files $uri =404;\n    \
         add_header Cache-Control \"public, max-age=300\" always;\n    \
         add_header Access-Control-Allow-Origin \"*\" always;\n    \
         add_header Cross-Origin-Resource-Policy cross-origin always;\n}}\n\
         location = /embed/session-details.html {{\n    \
         add_header Content-Security-Policy \"{frame_policy}\" always;\n    \
         add_header X-Content-Type-Options nosniff always;\n    \
         add_header Referrer-Policy no-referrer always;\n    \
         add_header Cache-Control no-cache always;\n}}\n\
         location ~ ^/(rejoindre|attente)/ {{\n{safe}    \
         add_header Cache-Control no-cache always;\n    \
         add_header X-Robots-Tag noindex always;\n    try_files /index.html =404;\n}}\n\
         location / {{\n{safe}    add_header Cache-Control no-cache always;\n    \
         try_files $uri /index.html;\n}}\n"
    )
}
