//! Serves the app from memory: its page at every route, its files under `/assets/`, and under `/embed/`
//! what pages of other sites load.

use std::collections::HashMap;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path as UrlPath, Request, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use parvis_contract::problem::ProblemKind;

use super::html::{self, Page};
use super::{FRAME, Face, IMMUTABLE, PAGE, STABLE_NAMES, SiteError};
use crate::web::etag;
use crate::web::problem::{Refusal, not_found};

/// For files that other sites' pages name: they come to know of a new version in five minutes.
const FIVE_MINUTES: &str = "public, max-age=300";

/// The site, in memory.
#[derive(Clone)]
pub struct Site(Arc<Files>);

struct Files {
    page: File,
    policy: HeaderValue,
    tag: HeaderValue,
    assets: HashMap<String, File>,
    embed: HashMap<String, File>,
    /// The page that shows a session's details within another page.
    frame: File,
    frame_policy: HeaderValue,
}

/// A file in the encodings that browsers take.
struct File {
    content_type: &'static str,
    plain: axum::body::Bytes,
    brotli: Option<axum::body::Bytes>,
    gzip: Option<axum::body::Bytes>,
}

impl Site {
    /// Loads the app built in `dir` and renders its page.
    ///
    /// # Errors
    ///
    /// [`SiteError`] when a file cannot be read or the page is of another version.
    pub fn load(dir: &Path, face: &Face) -> Result<Self, SiteError> {
        let path = dir.join(PAGE);
        let built = read(&path)?;
        let Page { html, policy } = html::render(PAGE, &built, face)?;
        let (tag, page) = (etag::of(html.as_bytes()), html_file(html, &path)?);
        let embed = dir.join("embed");
        let frame_path = embed.join(FRAME);
        let frame = html::render_frame(FRAME, &read(&frame_path)?, face)?;
        Ok(Self(Arc::new(Files {
            tag,
            page,
            policy: header_value(&policy, &path)?,
            assets: load_files(&dir.join("assets"))?,
            embed: load_files(&embed)?,
            frame: html_file(frame.html, &frame_path)?,
            frame_policy: header_value(&frame.policy, &frame_path)?,
        })))
    }

    /// The routes of the site.
    pub fn router(self) -> Router {
        Router::new()
            .route("/assets/{*path}", get(asset))
            .route("/embed/session-details.html", get(frame))
            .route("/embed/{*path}", get(embedded))
            .fallback(page)
            .with_state(self)
    }
}

/// The app's page: the app itself knows what to show at an address.
async fn page(State(Site(files)): State<Site>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Refusal::new(ProblemKind::MethodNotAllowed).into_response();
    }
    let path = request.uri().path();
    if !is_route(path) {
        return not_found().await.into_response();
    }
    let mut response = if etag::matches(request.headers(), &files.tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        send(&files.page, request.headers())
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::ETAG, files.tag.clone());
    headers.insert(header::CONTENT_SECURITY_POLICY, files.policy.clone());
    if path.starts_with("/rejoindre") || path.starts_with("/attente") {
        let robots = http::HeaderName::from_static("x-robots-tag");
        headers.insert(robots, HeaderValue::from_static("noindex"));
    }
    response
}

/// Whether a path may be one of the app's. No route of the app has a dot but that of a link that a mail filter
/// has changed, and nothing below these folders is ever the app's: browsers that look for a file there must
/// not find a page.
fn is_route(path: &str) -> bool {
    path.starts_with("/rejoindre/")
        || !path.contains('.')
            && !["/api", "/auth", "/embed", "/assets"].contains(&path.trim_end_matches('/'))
}

async fn asset(
    State(Site(files)): State<Site>,
    UrlPath(path): UrlPath<String>,
    headers: HeaderMap,
) -> Response {
    let Some(file) = files.assets.get(&path) else {
        return not_found().await.into_response();
    };
    let mut response = send(file, &headers);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(IMMUTABLE));
    response
}

/// A file for pages of other sites.
async fn embedded(
    State(Site(files)): State<Site>,
    UrlPath(path): UrlPath<String>,
    headers: HeaderMap,
) -> Response {
    let Some(file) = files.embed.get(&path) else {
        return not_found().await.into_response();
    };
    let mut response = send(file, &headers);
    let cache = if STABLE_NAMES.contains(&&*path) {
        FIVE_MINUTES
    } else {
        IMMUTABLE
    };
    for (name, value) in [
        (header::CACHE_CONTROL, cache),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (
            http::HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ),
    ] {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    response
}

/// The page that shows a session's details within another page.
async fn frame(State(Site(files)): State<Site>, headers: HeaderMap) -> Response {
    let mut response = send(&files.frame, &headers);
    let policy = files.frame_policy.clone();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    let no_cache = HeaderValue::from_static("no-cache");
    headers.insert(header::CACHE_CONTROL, no_cache);
    response
}

fn send(file: &File, asked: &HeaderMap) -> Response {
    let accepts = |encoding: &str| {
        asked
            .get_all(header::ACCEPT_ENCODING)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            // Browsers write `br` alone; with a quality of zero it would be a refusal.
            .any(|token| token.trim() == encoding)
    };
    let (encoding, body) = match (&file.brotli, &file.gzip) {
        (Some(body), _) if accepts("br") => (Some("br"), body),
        (_, Some(body)) if accepts("gzip") => (Some("gzip"), body),
        _ => (None, &file.plain),
    };
    let mut response = Response::new(Body::from(body.clone()));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(file.content_type),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// Loads every file below `dir` with its compressed siblings.
fn load_files(dir: &Path) -> Result<HashMap<String, File>, SiteError> {
    let mut assets = HashMap::new();
    let mut waiting = vec![dir.to_owned()];
    while let Some(folder) = waiting.pop() {
        let entries =
            std::fs::read_dir(&folder).map_err(|error| SiteError::file(&folder, error))?;
        for entry in entries {
            let path = entry
                .map_err(|error| SiteError::file(&folder, error))?
                .path();
            if path.is_dir() {
                waiting.push(path);
            } else if let Some((name, content_type)) = served(dir, &path) {
                assets.insert(name, load(&path, content_type)?);
            }
        }
    }
    Ok(assets)
}

/// The name and the media type of a file that is served; compressed siblings are not, by themselves.
fn served(dir: &Path, path: &Path) -> Option<(String, &'static str)> {
    let content_type = match path.extension()?.to_str()? {
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "css" => "text/css; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    };
    Some((
        path.strip_prefix(dir).ok()?.to_str()?.to_owned(),
        content_type,
    ))
}

fn read(path: &Path) -> Result<String, SiteError> {
    std::fs::read_to_string(path).map_err(|error| SiteError::file(path, error))
}

fn header_value(text: &str, path: &Path) -> Result<HeaderValue, SiteError> {
    HeaderValue::from_str(text).map_err(|error| SiteError::file(path, io::Error::other(error)))
}

fn html_file(html: String, path: &Path) -> Result<File, SiteError> {
    let compressed = |error| SiteError::file(path, error);
    Ok(File {
        content_type: "text/html; charset=utf-8",
        brotli: Some(brotli(html.as_bytes()).map_err(compressed)?.into()),
        gzip: Some(gzip(html.as_bytes()).map_err(compressed)?.into()),
        plain: html.into_bytes().into(),
    })
}

fn load(path: &Path, content_type: &'static str) -> Result<File, SiteError> {
    let read = |path: &Path| std::fs::read(path).map_err(|error| SiteError::file(path, error));
    let sibling = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        let path = Path::new(&name);
        if path.exists() {
            read(path).map(|bytes| Some(bytes.into()))
        } else {
            Ok(None)
        }
    };
    Ok(File {
        content_type,
        plain: read(path)?.into(),
        brotli: sibling(".br")?,
        gzip: sibling(".gz")?,
    })
}

/// Brotli at its strongest: a page is compressed once and sent for months.
fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 4096, 11, 22);
    writer.write_all(content)?;
    writer.flush()?;
    drop(writer);
    Ok(compressed)
}

fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(content)?;
    writer.finish()
}
