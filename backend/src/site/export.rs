//! Exporting the rendered site to files, for a CDN or a web server.

mod caddy;
mod nginx;

use std::fs;
use std::path::Path;

use super::html::{self, Page};
use super::pages::Compressed;
use super::{Branding, FRAME, IMMUTABLE, PAGE, SERVICE_WORKER, STABLE_NAMES, SiteError};

/// Copies the app built in `dist` to `out` with its page rendered for this instance, and writes the headers to
/// serve it with: `_headers` (Cloudflare Pages), `headers.nginx.conf` and `headers.caddy`.
///
/// # Errors
///
/// [`SiteError`] when a file cannot be read or written, or the page is of another version.
pub fn write(dist: &Path, out: &Path, branding: &Branding) -> Result<(), SiteError> {
    let path = dist.join(PAGE);
    let built = fs::read_to_string(&path).map_err(|error| SiteError::file(&path, error))?;
    let Page { html, policy } = html::render(PAGE, &built, branding)?;
    let frame = dist.join("embed").join(FRAME);
    let built = fs::read_to_string(&frame).map_err(|error| SiteError::file(&frame, error))?;
    let frame = html::render_frame(FRAME, &built, branding)?;
    for folder in ["assets", "embed"] {
        copy(&dist.join(folder), &out.join(folder))?;
    }
    for ending in ["", ".br", ".gz"] {
        let name = format!("{SERVICE_WORKER}{ending}");
        copy_file(&dist.join(&name), &out.join(&name))?;
    }
    let page = out.join(PAGE);
    put(&page, &html)?;
    let Compressed { brotli, gzip } =
        Compressed::new(&html).map_err(|error| SiteError::file(&page, error))?;
    put(&out.join(format!("{PAGE}.br")), brotli)?;
    put(&out.join(format!("{PAGE}.gz")), gzip)?;
    put(&out.join("embed").join(FRAME), &frame.html)?;
    put(&out.join("_headers"), cdn_headers(&policy, &frame.policy))?;
    let nginx = nginx::headers(&policy, &frame.policy);
    put(&out.join("headers.nginx.conf"), &nginx)?;
    let caddy = caddy::headers(&policy, &frame.policy);
    put(&out.join("headers.caddy"), &caddy)
}

fn copy(from: &Path, to: &Path) -> Result<(), SiteError> {
    fs::create_dir_all(to).map_err(|error| SiteError::file(to, error))?;
    for entry in fs::read_dir(from).map_err(|error| SiteError::file(from, error))? {
        let entry = entry.map_err(|error| SiteError::file(from, error))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            copy_file(&source, &target)?;
        }
    }
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> Result<(), SiteError> {
    // The error does not say which of the two files it is about.
    fs::copy(from, to).map(drop).map_err(|error| {
        let is_readable = fs::File::open(from).is_ok();
        SiteError::file(if is_readable { to } else { from }, error)
    })
}

fn put(path: &Path, content: impl AsRef<[u8]>) -> Result<(), SiteError> {
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
    // Some hosts serve a page without its extension.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_fails_names_the_file_that_it_is_about() {
        let folder = tempfile::tempdir().expect("a folder");
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        let named = |from, to| copy_file(from, to).expect_err("no copy").to_string();
        let starts_with = |text: String, path: &Path| {
            let path = path.display();
            assert!(text.starts_with(&format!("{path}: ")), "{text}");
        };
        starts_with(named(&from, &to), &from);
        fs::write(&from, "content").expect("a file");
        let in_none = folder.path().join("none/to");
        starts_with(named(&from, &in_none), &in_none);
        copy_file(&from, &to).expect("a copy");
        assert_eq!(fs::read_to_string(&to).expect("the copy"), "content");
    }
}
