//! Serving the site: the app's page at every route, its service worker, and files under `/assets/` and `/embed/`, which
//! pages of other sites load. Files are read on request; pages are rendered at the start ([`pages`](super::pages)).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::handler::HandlerWithoutStateExt as _;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, get_service};
use axum_extra::headers::HeaderMapExt as _;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use parvis_contract::problem::ProblemKind;
use tower_http::services::ServeDir;

use super::html;
use super::pages::RenderedPage;
use super::{Branding, FRAME, IMMUTABLE, PAGE, SERVICE_WORKER, STABLE_NAMES, SiteError};
use crate::web::etag;
use crate::web::problem::{Refusal, not_found};

/// For stable names in pages of other sites: a new version is used after five minutes.
const FIVE_MINUTES: &str = "public, max-age=300";

/// The folders that are served.
const FOLDERS: [&str; 2] = ["assets", "embed"];

/// The extensions of files that are served. Compressed variants are sent in place of a file, not under their
/// own name, and pages are rendered.
const ENDINGS: [&str; 10] = [
    ".css",
    ".ico",
    ".js",
    ".json",
    ".png",
    ".svg",
    ".txt",
    ".wasm",
    ".webmanifest",
    ".woff2",
];

/// The site, with its pages in memory and its files in a folder.
#[derive(Clone)]
pub struct Site {
    pages: Arc<Pages>,
    folder: PathBuf,
}

struct Pages {
    /// The app's page.
    app: RenderedPage,
    /// The page with session details for frames.
    frame: RenderedPage,
}

impl Site {
    /// Renders the pages of the app built in `dir` and serves its files.
    ///
    /// # Errors
    ///
    /// [`SiteError`] when a page or folder cannot be read, or a page is of another version.
    pub fn load(dir: &Path, branding: &Branding) -> Result<Self, SiteError> {
        for folder in FOLDERS.map(|name| dir.join(name)) {
            std::fs::read_dir(&folder).map_err(|error| SiteError::file(&folder, error))?;
        }
        let service_worker = dir.join(SERVICE_WORKER);
        std::fs::metadata(&service_worker)
            .map_err(|error| SiteError::file(&service_worker, error))?;
        let app = dir.join(PAGE);
        let frame = dir.join("embed").join(FRAME);
        let pages = Pages {
            app: RenderedPage::new(html::render(PAGE, &read(&app)?, branding)?, &app)?,
            frame: RenderedPage::new(html::render_frame(FRAME, &read(&frame)?, branding)?, &frame)?,
        };
        Ok(Self {
            pages: Arc::new(pages),
            folder: dir.to_owned(),
        })
    }

    /// The routes of the site.
    pub fn router(self) -> Router {
        let files = ServeDir::new(&self.folder)
            .append_index_html_on_directories(false)
            .precompressed_br()
            .precompressed_gzip()
            .fallback(not_found.into_service());
        let files = get_service(files);
        Router::new()
            .route("/assets/{*path}", files.clone().layer(from_fn(asset)))
            .route(
                &format!("/{SERVICE_WORKER}"),
                files.clone().layer(from_fn(service_worker)),
            )
            .route("/embed/{*path}", files.layer(from_fn(embedded)))
            .route("/embed/session-details.html", get(frame))
            .fallback(page)
            .with_state(self.pages)
    }
}

/// Serves the app's page; the app's own router shows the address.
async fn page(State(pages): State<Arc<Pages>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Refusal::new(ProblemKind::MethodNotAllowed).into_response();
    }
    let path = request.uri().path();
    if !is_route(path) {
        return not_found().await.into_response();
    }
    let RenderedPage { tag, .. } = &pages.app;
    let mut response = if etag::matches(request.headers(), tag) {
        pages.app.not_modified()
    } else {
        pages.app.send(request.headers())
    };
    let headers = response.headers_mut();
    headers.typed_insert(tag.clone());
    if path.starts_with("/rejoindre") || path.starts_with("/attente") {
        let robots = HeaderName::from_static("x-robots-tag");
        headers.insert(robots, HeaderValue::from_static("noindex"));
    }
    response
}

/// Whether a path may be a route of the app. No route contains a dot, except links that mail filters have
/// changed, and none is below the folders of files: a browser that requests a missing file must not get a page.
fn is_route(path: &str) -> bool {
    path.starts_with("/rejoindre/")
        || !path.contains('.')
            && !["/api", "/auth", "/embed", "/assets"].contains(&path.trim_end_matches('/'))
}

/// The page with session details for frames.
async fn frame(State(pages): State<Arc<Pages>>, headers: HeaderMap) -> Response {
    pages.frame.send(&headers)
}

/// Serves a file of the app, whose name changes with its content.
async fn asset(request: Request, next: Next) -> Response {
    file(request, next, &[(header::CACHE_CONTROL, IMMUTABLE)]).await
}

/// Serves the service worker, which has one name in all versions, and fetches the page and files.
async fn service_worker(request: Request, next: Next) -> Response {
    let headers = [
        (header::CACHE_CONTROL, "no-cache"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; connect-src 'self'",
        ),
    ];
    file(request, next, &headers).await
}

/// Serves a file for pages of other sites.
async fn embedded(request: Request, next: Next) -> Response {
    let name = request.uri().path().trim_start_matches("/embed/");
    let cache = if STABLE_NAMES.contains(&name) {
        FIVE_MINUTES
    } else {
        IMMUTABLE
    };
    let headers = [
        (header::CACHE_CONTROL, cache),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ),
    ];
    file(request, next, &headers).await
}

/// Serves a file, adding headers if it exists.
async fn file(request: Request, next: Next, with: &[(HeaderName, &'static str)]) -> Response {
    let path = request.uri().path();
    if !ENDINGS.iter().any(|ending| path.ends_with(ending)) {
        return not_found().await.into_response();
    }
    let mut response = next.run(request).await;
    match response.status() {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED => {}
        status if status.is_server_error() => {
            return Refusal::new(ProblemKind::Internal).into_response();
        }
        _ => return response,
    }
    let headers = response.headers_mut();
    // Without a charset, scripts would be read in the encoding of the page that loads them.
    let content_type = headers.get(header::CONTENT_TYPE);
    if let Some(content_type) = content_type.and_then(|value| match value.as_bytes() {
        b"text/javascript" => Some("text/javascript; charset=utf-8"),
        b"text/css" => Some("text/css; charset=utf-8"),
        _ => None,
    }) {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    }
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    for (name, value) in with {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

fn read(path: &Path) -> Result<String, SiteError> {
    std::fs::read_to_string(path).map_err(|error| SiteError::file(path, error))
}
